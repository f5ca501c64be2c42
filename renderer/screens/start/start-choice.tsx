import type { Accepted } from '../../../preload/contract/procedure.ts';
import { BigChoice } from '../../components/form/big-choice.tsx';
import type { Request } from '../../components/form/use-request.ts';
import type { IconName } from '../../components/frame/icon.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import type { StartWay } from '../../text/ja/start.ts';

const icons: Readonly<Record<StartWay, IconName>> = { lockedOut: 'lock', called: 'phone', certificate: 'certificate', newPc: 'computer', users: 'users' };

type Props = {
  readonly request: Request;
  readonly way: StartWay;
  /** Whether it says what is needed: where another way is likelier, the screen that it leads to does. */
  readonly full?: boolean;
  readonly call: () => Promise<Accepted>;
};

/** One of the ways that begin at the start. */
export function StartChoice({ request, way, full = false, call }: Props) {
  const { text } = useWindow();
  const { choices, needs: needsOf } = text.screens.start;
  const { label, note, needs } = choices[way];
  return (
    <BigChoice
      request={request}
      icon={icons[way]}
      label={label}
      lines={[note]}
      {...(full && needs !== undefined ? { needs: needsOf(needs) } : {})}
      call={call}
    />
  );
}
