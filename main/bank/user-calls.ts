import type { Outcome } from '../../preload/contract/problem.ts';
import {
  type BankUser,
  changeUserRequestSchema,
  overwriteUserPinsRequestSchema,
  paths,
  registerUserRequestSchema,
  userPageSchema,
  userSchema,
} from '../protocol/protocol.ts';
import type { Administrator, UsersBank } from '../users/ports.ts';
import { askWithCertificate, type BankClientParts, requestFor, withIdentity } from './bank-question.ts';

/** The longest that logging off may take, in milliseconds: nobody waits for it. */
const logOffMs = 5_000;

/** Manual 3 as the users' administration sees the bank (see UsersBank): the certificate and the logon's token with every call. */
export function createUserCalls(parts: BankClientParts): UsersBank {
  const mutate = (
    method: 'POST' | 'PUT',
    path: string,
    { contractorId, token }: Administrator,
    content: unknown,
    signal: AbortSignal,
  ): Promise<Outcome<BankUser>> => askWithCertificate(parts, contractorId, userSchema, { method, path, token, content, signal });
  return {
    listUsers: ({ contractorId, token }, { search, lockedOnly, page, size }, signal) => {
      const query = new URLSearchParams({ search, lockedOnly: String(lockedOnly), page: String(page), size: String(size) });
      return askWithCertificate(parts, contractorId, userPageSchema, { method: 'GET', path: `${paths.users}?${query}`, token, signal });
    },
    registerUser: (who, input, signal) => mutate('POST', paths.users, who, registerUserRequestSchema.parse(input), signal),
    changeUser: (who, input, signal) => mutate('PUT', paths.users, who, changeUserRequestSchema.parse(input), signal),
    overwriteUserPins: (who, input, signal) => mutate('PUT', paths.userPins, who, overwriteUserPinsRequestSchema.parse(input), signal),
    async logOff({ contractorId, token }) {
      const identity = await parts.readIdentity(contractorId);
      if (!identity.ok) return;
      const request = requestFor(parts, { method: 'DELETE', path: paths.administratorSession, token, signal: AbortSignal.timeout(logOffMs) });
      await withIdentity(parts, identity.value, (send) => send(request));
    },
  };
}
