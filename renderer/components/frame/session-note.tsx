import { formatTime } from '../../text/dates.ts';
import { useWindow } from './window-context.tsx';

/** Until when the bank keeps the administrator logged on. */
export function SessionNote({ expiresAt }: { readonly expiresAt: string }) {
  const { language, text } = useWindow();
  return <p className="entry-aside">{text.users.sessionUntil(formatTime(expiresAt, language))}</p>;
}
