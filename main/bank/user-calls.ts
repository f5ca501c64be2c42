import { operations } from '../protocol/operations.ts';
import type { UsersBank } from '../users/ports.ts';
import { askWithCertificate, type BankClientParts, endWithCertificate } from './bank-question.ts';

/** Manual 3 as the users' administration sees the bank (see UsersBank): the certificate and the logon's token with every call. */
export function createUserCalls(parts: BankClientParts): UsersBank {
  return {
    listUsers: ({ contractorId, token }, { search, lockedOnly, page, size }, signal) => {
      const query = { search, lockedOnly: lockedOnly ? 'true' : 'false', page, size } as const;
      return askWithCertificate(parts, contractorId, operations.listUsers, { token, query, signal });
    },
    registerUser: ({ contractorId, token }, content, signal) => askWithCertificate(parts, contractorId, operations.registerUser, { token, content, signal }),
    changeUser: ({ contractorId, token }, content, signal) => askWithCertificate(parts, contractorId, operations.changeUser, { token, content, signal }),
    overwriteUserPins: ({ contractorId, token }, content, signal) =>
      askWithCertificate(parts, contractorId, operations.overwriteUserPins, { token, content, signal }),
    logOff: ({ contractorId, token }) => endWithCertificate(parts, contractorId, operations.logOff, { token }),
  };
}
