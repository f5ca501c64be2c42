import type { Accepted } from '../../../preload/contract/procedure.ts';
import type { IconName } from '../frame/icon.tsx';
import { useWindow } from '../frame/window-context.tsx';
import { Button } from './button.tsx';
import type { Request } from './use-request.ts';

type Props = {
  readonly request: Request;
  readonly label: string;
  readonly call: () => Promise<Accepted>;
  readonly kind?: 'primary' | 'secondary' | 'quiet';
  readonly icon?: IconName;
  readonly busy?: boolean;
};

/** A button that does one step of the procedure, and cannot do it twice at once. */
export function StepButton({ request, label, call, kind = 'primary', icon, busy = false }: Props) {
  return (
    <Button kind={kind} busy={busy || request.pending} {...(icon === undefined ? {} : { icon })} onPress={() => void request.send(call)}>
      {label}
    </Button>
  );
}

type BackProps = {
  readonly request: Request;
  readonly busy?: boolean;
  readonly call?: () => Promise<Accepted>;
  /** Whether the screen before is the start. */
  readonly toStart?: boolean;
};

/** Back to the screen before: the procedure's, if no other request is named. */
export function BackButton({ request, busy = false, call, toStart = false }: BackProps) {
  const { api, text } = useWindow();
  const label = toStart ? text.common.backToStart : text.common.back;
  return <StepButton request={request} kind="quiet" icon="back" label={label} busy={busy} call={call ?? (() => api.procedure.goBack())} />;
}
