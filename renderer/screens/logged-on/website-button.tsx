import { useState } from 'react';
import { Button } from '../../components/form/button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';

type Props = { readonly kind: 'primary' | 'secondary' };

/** Opens the bank's internet banking in the browser; where the bank names no address there is no button. */
export function WebsiteButton({ kind }: Props) {
  const { api, bank, text } = useWindow();
  const words = text.screens.loggedOn;
  const request = useRequest();
  const [said, setSaid] = useState('');
  const { website } = bank;
  // A practice bank has none: the button is there, so that the end looks as it will, and says so.
  if (website === null && !bank.practice) return null;
  const open = () => {
    if (website === null) return setSaid(words.websitePractice);
    setSaid('');
    void request.send(async () => {
      const reply = await api.bank.openWebsite();
      if (reply.ok) setSaid(reply.value.kind === 'opened' ? words.websiteOpened : words.websiteNotOpened(website));
      return reply;
    });
  };
  return (
    <>
      <Button kind={kind} icon="globe" busy={request.pending} onPress={open}>
        {words.website}
      </Button>
      <div className="end-website">
        <ProblemNotice problem={request.problem} />
        <p role="status">
          <Words>{said}</Words>
        </p>
      </div>
    </>
  );
}
