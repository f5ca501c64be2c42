import { X509Certificate } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { noDemands } from '../../main/certificate/csr-attributes.ts';
import { createTermsAhead, freshFor } from '../../main/certificate/terms.ts';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import { manualClock } from '../support/manual-clock.ts';
import { createTestAuthority } from '../support/test-authority.ts';

/** What the bank says before a certificate is asked for, heard while the person still types. */

let ours: X509Certificate;
let other: X509Certificate;
beforeAll(() => {
  [ours, other] = ['Ours', 'Other'].map((name) => new X509Certificate(createTestAuthority(name).certificate)) as [X509Certificate, X509Certificate];
});

const never = () => new AbortController().signal;

function scene() {
  const clock = manualClock();
  const asked: string[] = [];
  const answers: { authorities: () => Promise<Outcome<readonly X509Certificate[]>> } = { authorities: async () => success([ours]) };
  const terms = createTermsAhead({
    est: {
      caCertificates: () => {
        asked.push('cacerts');
        return answers.authorities();
      },
      csrAttributes: async () => {
        asked.push('csrattrs');
        return success(noDemands);
      },
    },
    pinned: async () => success([ours]),
    clock,
  });
  const heard = async () => {
    terms.prepare();
    await new Promise(setImmediate);
  };
  return { clock, asked, answers, terms, heard };
}
const both = ['cacerts', 'csrattrs'];

test('what was heard ahead is not asked for again, and is used once only', async () => {
  const { asked, terms, heard } = scene();
  await heard();
  await heard();
  expect(asked).toEqual(both);
  expect(await terms.take([ours], never())).toEqual(success({ authorities: [ours], demands: noDemands }));
  expect(asked).toEqual(both);
  expect(await terms.take([ours], never())).toMatchObject({ ok: true });
  expect(asked).toEqual([...both, ...both]);
});

test('what was heard too long ago is asked for again', async () => {
  const { clock, asked, terms, heard } = scene();
  await heard();
  clock.pass(freshFor);
  expect(await terms.take([ours], never())).toMatchObject({ ok: true });
  expect(asked).toEqual([...both, ...both]);
});

test('a failure ahead is of no consequence: the next one asks again', async () => {
  const { asked, answers, terms, heard } = scene();
  answers.authorities = async () => failure('bank-unreachable');
  await heard();
  answers.authorities = () => Promise.reject(new Error('broken'));
  await heard();
  answers.authorities = async () => success([ours]);
  expect(await terms.take([ours], never())).toMatchObject({ ok: true });
  expect(asked).toEqual(['cacerts', 'cacerts', ...both]);
});

test('a server that hands out other authorities is asked for nothing else, ahead or later', async () => {
  const { asked, answers, terms, heard } = scene();
  answers.authorities = async () => success([other]);
  await heard();
  expect(await terms.take([ours], never())).toMatchObject({ ok: false, problem: { code: 'certificate-mismatch' } });
  expect(asked).toEqual(['cacerts', 'cacerts']);
});

test('authorities heard ahead are held against those that are pinned when they are needed', async () => {
  const { asked, terms, heard } = scene();
  await heard();
  expect(await terms.take([other], never())).toMatchObject({ ok: false, problem: { code: 'certificate-mismatch' } });
  expect(asked).toEqual([...both, 'cacerts']);
});

test('the person need not wait for an answer that is still on the way', async () => {
  const { answers, terms, heard } = scene();
  answers.authorities = () => new Promise(() => undefined);
  await heard();
  const cancel = new AbortController();
  const taken = terms.take([ours], cancel.signal);
  cancel.abort();
  expect(await taken).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
});
