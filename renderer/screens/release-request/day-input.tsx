import { type ChangeEvent, useState } from 'react';
import { readDay } from '../../../preload/contract/typed-day.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { formatDate } from '../../text/dates.ts';
import { DateOnPaper, InputError, InputName } from './request-inputs.tsx';
import type { RequestForm } from './use-request-form.ts';

/** What is kept of a text that is no day: too short to be taken for one. */
const keptOfText = 9;

function keptOf(typed: string): string {
  return readDay(typed) ?? typed.trim().slice(0, keptOfText);
}

/** A day, written as people write days and shown as the window's language writes them, whatever the system's format is. */
export function DayInput({ form }: { readonly form: RequestForm }) {
  const { language, text } = useWindow();
  const { date } = form.entries;
  const written = (typed: string): string => {
    const day = readDay(typed);
    return day === null ? typed : formatDate(day, language);
  };
  const [entered, setTyped] = useState(() => written(date));
  // The kept entries may come later than the form.
  const typed = keptOf(entered) === date ? entered : written(date);
  const { label } = text.releaseRequest.inputs.date;
  const error = form.errors.date;
  return (
    <div className="field field-digits">
      <InputName name="date" label={label} />
      <div className="field-row">
        <input
          id="request-date"
          ref={form.register('date')}
          type="text"
          size={18}
          maxLength={30}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          aria-required
          aria-invalid={error !== undefined}
          aria-errormessage={error === undefined ? undefined : 'request-error-date'}
          aria-describedby="request-error-date"
          onChange={({ currentTarget: { value } }: ChangeEvent<HTMLInputElement>) => {
            setTyped(value);
            form.change({ date: keptOf(value) });
          }}
          onBlur={() => {
            setTyped(written(typed));
            form.left('date');
          }}
        />
      </div>
      <DateOnPaper day={date} calendar={form.calendar} />
      <InputError form={form} name="date" />
    </div>
  );
}
