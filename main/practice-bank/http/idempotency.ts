import { z } from 'zod';
import type { Outcome } from '../../../preload/contract/problem.ts';
import { fingerprint, seal, unseal } from '../accounts/secrets.ts';
import type { BankParts, Settle } from '../bank-parts.ts';
import { days } from '../clock.ts';
import { change, inTransaction, readRow } from '../storage/database.ts';
import { type Answer, problemAnswer } from './answers.ts';
import { fingerprintOf } from './request-fingerprint.ts';

/** Who asked for what: a repeated key must come with the very same. */
export type Mutation = {
  readonly key: string | undefined;
  readonly method: string;
  readonly url: string;
  /** Bearer token or certificate, or '' for neither. */
  readonly caller: string;
  readonly body: unknown;
};

/** What is to be done, and what its outcome is as an answer. */
export type Work = {
  /** @param settle for its last step: see BankParts */
  readonly run: (settle: Settle) => Promise<Outcome<unknown>>;
  readonly answerOf: (outcome: Outcome<unknown>) => Answer;
};

/** Does the work of a mutation once; the same key gets the same answer again for a day. */
export type DoOnce = (mutation: Mutation, work: Work) => Promise<Answer>;

/** The answer is sealed under the key: one that can be guessed would not protect it. */
const goodKey = /^[\x21-\x7E]{16,255}$/u;
const keptFor = days;
const rowSchema = z.object({ request_hash: z.string(), sealed_answer: z.string() });
const answerSchema = z.object({ status: z.int(), body: z.unknown() });

/**
 * Idempotency-Key: an answer is kept (a refusal that counted an attempt too; a failure of the bank not),
 * so that a client that lost it can ask again; what was changed and the answer are one transaction. Answers hold secrets: of key and request only SHA-256 is
 * kept, and the answer is sealed under the key itself.
 */
export function createDoOnce(parts: Pick<BankParts, 'database' | 'clock'>): DoOnce {
  const running = new Map<string, { readonly requestHash: string; readonly answer: Promise<Answer> }>();

  function recall(keyHash: string): { readonly requestHash: string; readonly sealed: string } | null {
    const oldest = new Date(parts.clock.now().getTime() - keptFor).toISOString();
    change(parts.database, 'DELETE FROM answers WHERE created_at <= ?', oldest);
    const row = readRow(parts.database, rowSchema, 'SELECT request_hash, sealed_answer FROM answers WHERE key_hash = ?', keyHash);
    return row === null ? null : { requestHash: row.request_hash, sealed: row.sealed_answer };
  }

  function keep(key: string, requestHash: string, answer: Answer): void {
    if (answer.status >= 500) return;
    const sql = 'INSERT OR REPLACE INTO answers (key_hash, request_hash, sealed_answer, created_at) VALUES (?, ?, ?, ?)';
    change(parts.database, sql, fingerprint(key), requestHash, seal(JSON.stringify(answer), key, 'answer'), parts.clock.now().toISOString());
  }

  async function workAndKeep(key: string, requestHash: string, { run, answerOf }: Work): Promise<Answer> {
    let kept = false;
    const settle: Settle = (lastStep) =>
      inTransaction(parts.database, () => {
        const outcome = lastStep();
        keep(key, requestHash, answerOf(outcome));
        kept = true;
        return outcome;
      });
    const answer = answerOf(await run(settle));
    // What changed nothing had no last step.
    if (!kept) keep(key, requestHash, answer);
    return answer;
  }

  return async ({ key, ...request }, work) => {
    if (key === undefined || key === '') return problemAnswer({ code: 'idempotency-key-missing' });
    if (!goodKey.test(key)) return problemAnswer({ code: 'request-malformed' });
    const keyHash = fingerprint(key);
    const requestHash = fingerprintOf([request.method, request.url, request.caller, request.body ?? null]);
    const reused = problemAnswer({ code: 'idempotency-key-reused' });
    const current = running.get(keyHash);
    if (current !== undefined) return current.requestHash === requestHash ? current.answer : reused;
    const kept = recall(keyHash);
    if (kept !== null) return kept.requestHash === requestHash ? answerSchema.parse(JSON.parse(unseal(kept.sealed, key, 'answer'))) : reused;
    const answer = workAndKeep(key, requestHash, work);
    running.set(keyHash, { requestHash, answer });
    try {
      return await answer;
    } finally {
      running.delete(keyHash);
    }
  };
}
