/**
 * Whether the program runs in a session from afar. Windows names the session (SESSIONNAME: Console at the
 * PC itself, RDP-Tcp#n from afar); xrdp and sshd leave marks of their own.
 * @param environment environment variables
 */
export function isRemoteSession(environment: Readonly<Record<string, string | undefined>>): boolean {
  if (/^(RDP|ICA)-/iu.test(environment.SESSIONNAME ?? '')) return true;
  return [environment.XRDP_SESSION, environment.SSH_CONNECTION].some((mark) => mark !== undefined && mark !== '');
}
