import { useState } from 'react';
import { Button } from '../../components/form/button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import { formatDate } from '../../text/dates.ts';
import { renewalDay } from './renewal-day.ts';

type Props = {
  /** When the certificate expires, and from when on the bank renews it: ISO 8601. */
  readonly notAfter: string;
  readonly renewableFrom: string;
};

/** Puts the renewal into the person's calendar. */
export function ExpiryReminder({ notAfter, renewableFrom }: Props) {
  const { api, bank, language, text } = useWindow();
  const words = text.screens.loggedOn;
  const request = useRequest();
  const [said, setSaid] = useState('');
  const save = () => {
    setSaid('');
    const expiry = formatDate(notAfter, language);
    const reminder = { at: renewalDay(renewableFrom), title: words.calendarEvent(bank.name[language]), text: words.calendarText(expiry, bank.support.phone) };
    void request.send(async () => {
      const reply = await api.releaseRequest.saveReminder(reminder);
      if (reply.ok) setSaid(reply.value.kind === 'done' ? text.releaseRequest.reminderSaved : text.releaseRequest.cancelled);
      return reply;
    });
  };
  return (
    <>
      <Button icon="calendar" busy={request.pending} onPress={save}>
        {words.calendar}
      </Button>
      <p role="status" className="end-said">
        <Words>{said}</Words>
      </p>
      <ProblemNotice problem={request.problem} />
    </>
  );
}
