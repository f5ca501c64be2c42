import { success } from '../../preload/contract/problem.ts';
import type { ActivationBank, Grant } from '../procedure/ports.ts';
import { operations } from '../protocol/operations.ts';
import type { EnrolmentGrant } from '../protocol/protocol.ts';
import { Redacted } from '../support/redacted.ts';
import { ask, askWithCertificate, type BankClientParts, end } from './bank-question.ts';

/** Manual 2 (3) to (5) as the procedure sees the bank (see ActivationBank). */
export function createActivationCalls(parts: BankClientParts): Omit<ActivationBank, 'logOn'> {
  return {
    identify: async (content, signal) => {
      const opened = await ask(parts, operations.openActivationSession, { content, signal });
      return opened.ok ? success({ ...opened.value, token: new Redacted(opened.value.token) }) : opened;
    },
    setPins: (token, { email, holder, ...pins }, signal) => {
      // Manual 2 (4) ⑥: an address that is not to be changed is not sent at all.
      const question = { token, content: email === null ? pins : { ...pins, email }, signal };
      return holder === null ? ask(parts, operations.setPins, question) : askWithCertificate(parts, holder, operations.setPins, question);
    },
    confirmOneTimePassword: async (token, oneTimePassword, signal) => {
      const given = await ask(parts, operations.confirmOneTimePassword, { token, content: { oneTimePassword }, signal });
      return given.ok ? success(grantOf(given.value)) : given;
    },
    readSession: async (token, signal) => {
      const found = await ask(parts, operations.readActivationSession, { token, signal });
      if (!found.ok) return found;
      const position = found.value;
      return success(position.next === 'certificate' ? { ...position, grant: grantOf(position.grant) } : position);
    },
    abandon: (token) => end(parts, operations.closeActivationSession, { token }),
  };
}

function grantOf({ enrolmentSecret, ...given }: EnrolmentGrant): Grant {
  return { ...given, enrolmentSecret: new Redacted(enrolmentSecret) };
}
