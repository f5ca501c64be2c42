import { type RefObject, useRef, useState } from 'react';
import { readDay, readTime } from '../../../preload/contract/typed-day.ts';
import { Button } from '../../components/form/button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import { pageNow } from '../../state/page-clock.ts';
import { formatDate } from '../../text/dates.ts';
import { nextBankDay } from './bank-day.ts';
import '../../components/form/field.css';

const usualHour = '10:00';

/** A calendar file that reminds of the branch's call, on a day and at an hour of this PC's own clock. */
export function Reminder({ requestedAt }: { readonly requestedAt: string }) {
  const { language, text } = useWindow();
  const words = text.releaseRequest;
  const { day, time, said, save, request } = useReminder();
  const writtenDay = (typed: string): string | null => {
    const found = readDay(typed);
    return found === null ? null : formatDate(found, language);
  };
  return (
    <section className="reminder">
      <h2>
        <Words>{words.reminderTitle}</Words>
      </h2>
      <p className="plain">
        <Words>{words.reminderText}</Words>
      </p>
      <ProblemNotice problem={request.problem} />
      <div className="reminder-entry">
        <div className="field field-digits">
          <label htmlFor="reminder-day">
            <Words>{words.reminderDay}</Words>
          </label>
          <WrittenInput
            key={language}
            id="reminder-day"
            field={day}
            size={18}
            initial={formatDate(nextBankDay(requestedAt, new Date(pageNow())), language)}
            written={writtenDay}
          />
        </div>
        <div className="field field-digits">
          <label htmlFor="reminder-time">
            <Words>{words.reminderTime}</Words>
          </label>
          <WrittenInput id="reminder-time" field={time} size={8} initial={usualHour} written={readTime} />
        </div>
        <Button icon="calendar" busy={request.pending} onPress={save}>
          <Words>{words.reminderSave}</Words>
        </Button>
      </div>
      <p role="status" className="plain">
        {said}
      </p>
    </section>
  );
}

/** The two inputs, and what makes a file of them. */
function useReminder() {
  const { api, bank, language, text } = useWindow();
  const words = text.releaseRequest;
  const request = useRequest();
  const day = useRef<HTMLInputElement>(null);
  const time = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const refuse = (why: string, input: RefObject<HTMLInputElement | null>) => {
    setSaid(why);
    input.current?.focus();
  };
  const save = () => {
    const date = readDay(day.current?.value ?? '');
    const hour = readTime(time.current?.value ?? '');
    if (date === null || hour === null) return refuse(words.reminderWrong, date === null ? day : time);
    const at = new Date(`${date}T${hour}`);
    if (at.getTime() <= pageNow()) return refuse(words.reminderPast, day);
    setSaid('');
    const reminder = { at: at.toISOString(), title: words.reminderEvent(bank.name[language]), text: words.reminderEventText(bank.support.phone) };
    void request.send(async () => {
      const reply = await api.releaseRequest.saveReminder(reminder);
      if (reply.ok) setSaid(reply.value.kind === 'done' ? words.reminderSaved : words.cancelled);
      return reply;
    });
  };
  return { day, time, said, save, request };
}

type WrittenProps = {
  readonly id: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly size: number;
  readonly initial: string;
  /** How the window writes what was typed; null where it cannot be read. */
  readonly written: (typed: string) => string | null;
};

/** Takes a day or an hour as people write it, and shows how it was understood as one leaves it. */
function WrittenInput({ id, field, size, initial, written }: WrittenProps) {
  const show = (input: HTMLInputElement) => {
    input.value = written(input.value) ?? input.value;
  };
  return (
    <input
      id={id}
      ref={field}
      type="text"
      size={size}
      maxLength={30}
      autoComplete="off"
      spellCheck={false}
      defaultValue={initial}
      onBlur={(event) => show(event.currentTarget)}
    />
  );
}
