import { useRef, useState } from 'react';
import { Button } from '../../components/form/button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import { nextBankDay } from './bank-day.ts';
import '../../components/form/field.css';

const usualHour = '10:00';

/** A calendar file that reminds of the branch's call, on a day and at an hour of this PC's own clock. */
export function Reminder({ requestedAt }: { readonly requestedAt: string }) {
  const { api, bank, language, text } = useWindow();
  const words = text.releaseRequest;
  const request = useRequest();
  const day = useRef<HTMLInputElement>(null);
  const time = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const save = () => {
    const at = new Date(`${day.current?.value ?? ''}T${time.current?.value ?? ''}`);
    if (Number.isNaN(at.getTime())) {
      setSaid(words.reminderWrong);
      (day.current?.value === '' ? day : time).current?.focus();
      return;
    }
    if (at.getTime() <= Date.now()) {
      setSaid(words.reminderPast);
      day.current?.focus();
      return;
    }
    setSaid('');
    const reminder = { at: at.toISOString(), title: words.reminderEvent(bank.name[language]), text: words.reminderEventText(bank.support.phone) };
    void request.send(async () => {
      const reply = await api.releaseRequest.saveReminder(reminder);
      if (reply.ok) setSaid(reply.value.kind === 'done' ? words.reminderSaved : words.cancelled);
      return reply;
    });
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
          <input id="reminder-day" ref={day} type="date" defaultValue={nextBankDay(requestedAt, new Date())} />
        </div>
        <div className="field field-digits">
          <label htmlFor="reminder-time">
            <Words>{words.reminderTime}</Words>
          </label>
          <input id="reminder-time" ref={time} type="time" defaultValue={usualHour} />
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
