import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import practiceProfile from '../../assets/bank-profiles/practice.json';
import { readScenario } from '../../main/scenario/read-scenario.ts';
import { inManualsOrder } from '../../main/scenario/scenario-files.ts';
import type { PublishedBank } from '../../preload/contract/bank.ts';
import type { PracticeScenarios } from '../../preload/contract/practice.ts';
import type { Problem } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import { type ReleaseRequest, requestLayoutSchema } from '../../preload/contract/release-request.ts';
import { sampleStates } from '../../renderer/help/samples/procedure.ts';
import { requestEntries } from '../../renderer/help/samples/request.ts';

/** Published values for tests of the window: one of each kind, with fixed times, so that they always look the same. What the help shows, too, stands in renderer/help/samples. */

export const practiceBank: PublishedBank = {
  name: { ja: '開通銀行', en: 'Kaitsu Bank', ko: '카이쓰 은행' },
  practice: true,
  pinRule: { minLength: 6, maxLength: 12, symbols: '' },
  oneTimePasswordLength: 2,
  cardGrid: { rows: 5, columns: 10 },
  stepOrder: 'activationFirst',
  wrongAttemptLimit: 7,
  sessionMinutes: 10,
  certificate: { retrievalDeadlineDays: 80, validityDays: 365, renewalWindowDays: 30, graceDays: 80, renewalClosesAt: null, afterGrace: 'paperForm' },
  users: { limit: 99, idRule: { minLength: 4, maxLength: 12 } },
  website: null,
  support: {
    phone: '0120-000-000',
    hours: {
      ja: '平日 9:00〜17:00（練習用：つながりません）',
      en: 'Weekdays 9:00–17:00 (practice: does not connect)',
      ko: '평일 9:00~17:00 (연습용: 연결되지 않습니다)',
    },
  },
};

/** A problem as main publishes it. */
export function problem(code: ProblemCode, more: Partial<Problem> = {}): Problem {
  return { code, field: null, attemptsLeft: null, retryAt: null, remark: null, reference: null, screenCode: '2-3-101', ...more };
}

export const states = {
  journalUnavailable: { step: 'journalUnavailable', problem: problem('journal-unavailable', { screenCode: '0-1-525' }) },
  ...sampleStates,
} as const;

const layout = requestLayoutSchema.parse(practiceProfile.releaseRequest);

/** What is published of the request. */
export function releaseRequest(more: Partial<ReleaseRequest> = {}): ReleaseRequest {
  return { open: false, form: 'release', offersReissue: true, layout, entries: requestEntries, prepared: [], unavailable: false, savedAs: null, ...more };
}

/** Those that come with the program, in an ordinary practice. */
export const practiceScenarios: PracticeScenarios = { shipped: readShipped('assets/scenarios'), open: null };

function readShipped(folder: string): PracticeScenarios['shipped'] {
  const all = readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const read = readScenario(readFileSync(join(folder, name)));
      return read.ok ? [{ id: basename(name, '.yaml'), scenario: read.scenario }] : [];
    });
  return inManualsOrder(all).map(({ id, scenario: { group, title } }) => ({ id, group, title }));
}

/** The practice at one of them. */
export const openedScenario: PracticeScenarios = { ...practiceScenarios, open: opened('one-time-password-refused') };

function opened(id: string): PracticeScenarios['open'] {
  const read = readScenario(readFileSync(join('assets/scenarios', `${id}.yaml`)));
  if (!read.ok) throw new Error(`assets/scenarios/${id}.yaml cannot be read`);
  const { title, about } = read.scenario;
  return { id, title, about, pins: { logonPin: 'k482915', confirmationPin: 't730264' } };
}
