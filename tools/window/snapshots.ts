import practiceProfile from '../../assets/bank-profiles/practice.json';
import type { PublishedBank } from '../../preload/contract/bank.ts';
import { contractorIdSchema, serialSchema } from '../../preload/contract/identities.ts';
import type { PracticePapers } from '../../preload/contract/practice.ts';
import type { Preflight } from '../../preload/contract/preflight.ts';
import { type PreflightFinding, preflightFindings } from '../../preload/contract/preflight-findings.ts';
import type { Problem, ProblemCode } from '../../preload/contract/problem.ts';
import type { Offer, ProcedureSnapshot, ProcedureState, RetrievalStage } from '../../preload/contract/procedure.ts';
import { type ReleaseRequest, type RequestEntries, requestLayoutSchema } from '../../preload/contract/release-request.ts';
import type { CompanyUser, TodoEntry, UsersScreen, UsersState } from '../../preload/contract/users.ts';

/** Published values for tests of the window: one of each kind, with fixed times, so that they always look the same. */

export const practiceBank: PublishedBank = {
  name: { ja: '開通銀行', en: 'Kaitsu Bank', ko: '카이쓰 은행' },
  practice: true,
  pinRule: { minLength: 6, maxLength: 12, symbols: '' },
  oneTimePasswordLength: 2,
  cardGrid: { rows: 5, columns: 10 },
  wrongAttemptLimit: 7,
  sessionMinutes: 10,
  certificate: { retrievalDeadlineDays: 80, validityDays: 365, renewalWindowDays: 30, graceDays: 80, afterGrace: 'paperForm' },
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

const contractorId = contractorIdSchema.parse('40718205936');
const organization = '株式会社みなと文具';
const contract = { contractorId, organization };
const session = { expiresAt: '2026-11-22T06:10:00.000Z' };
const certificate = {
  subject: `CN=${contractorId},O=${organization}`,
  issuer: 'CN=Kaitsu Bank Practice CA,O=開通銀行',
  serial: serialSchema.parse('5A3F09C2774E18B0D6A4913CE5770B12'),
  notBefore: '2026-11-22T06:00:00.000Z',
  notAfter: '2027-11-22T06:00:00.000Z',
  store: 'nss',
} as const;

/** A year before its end, at a bank that renews in the last thirty days. */
const validity = { kind: 'notDue', renewableFrom: '2027-10-23T06:00:00.000Z', daysLeft: 364 } as const;

/** The certificate as the start offers it. */
export const heldCertificate = { kind: 'logon', ...contract, certificate, validity } as const satisfies Offer;
/** The right to a certificate that was not fetched. */
export const waitingRight = { kind: 'retrieval', ...contract, enrolBefore: '2027-02-10T06:00:00.000Z' } as const satisfies Offer;

/** A problem as main publishes it. */
export function problem(code: ProblemCode, more: Partial<Problem> = {}): Problem {
  return { code, field: null, attemptsLeft: null, retryAt: null, remark: null, reference: null, screenCode: '2-3-101', ...more };
}

export const states = {
  journalUnavailable: { step: 'journalUnavailable', problem: problem('journal-unavailable', { screenCode: '0-1-525' }) },
  start: { step: 'start' },
  newPc: { step: 'newPc' },
  locked: { step: 'locked' },
  awaitingRelease: { step: 'awaitingRelease', requestedAt: '2026-11-22T01:12:00.000Z' },
  logonMenu: { step: 'logonMenu' },
  activationMenu: { step: 'activationMenu' },
  identification: { step: 'identification', phase: 'editing', problem: null },
  newPins: { step: 'newPins', phase: 'editing', problem: null, contractorId, session },
  oneTimePassword: { step: 'oneTimePassword', phase: 'editing', problem: null, contractorId, session, position: { row: 3, column: 7 } },
  certificateRequired: { step: 'certificateRequired', ...contract, enrolBefore: '2027-02-10T06:00:00.000Z' },
  retrieval: retrieval('checked'),
  certificateReady: { step: 'certificateReady', phase: 'editing', problem: null, ...contract, certificate, validity },
  loggedOn: { step: 'loggedOn', ...contract, certificate, validity, loggedOnAt: '2026-11-22T06:08:00.000Z', lastLogonAt: '2026-10-30T00:31:00.000Z' },
  renewal: renewal('checked'),
} as const satisfies { readonly [S in ProcedureState['step']]: Extract<ProcedureState, { step: S }> };

/** The retrieval at a stage. */
export function retrieval(stage: RetrievalStage, more: Partial<Extract<ProcedureState, { step: 'retrieval' }>> = {}) {
  return {
    step: 'retrieval',
    ...contract,
    enrolBefore: '2027-02-10T06:00:00.000Z',
    phase: 'running',
    stage,
    waitingUntil: null,
    problem: null,
    ...more,
  } as const;
}

/** The renewal at a stage. */
export function renewal(stage: RetrievalStage, more: Partial<Extract<ProcedureState, { step: 'renewal' }>> = {}) {
  return { step: 'renewal', ...contract, certificate, phase: 'running', stage, waitingUntil: null, problem: null, ...more } as const;
}

/** A snapshot of a state, with nothing beside it. */
export function snapshotOf(state: ProcedureState, more: Partial<ProcedureSnapshot> = {}): ProcedureSnapshot {
  return { state, interruptedAt: null, notice: null, offer: null, ...more };
}

export const practicePapers: PracticePapers = {
  customerCard: {
    contractorId,
    oneTimePasswords: Array.from({ length: 5 }, (_, row) => Array.from({ length: 10 }, (_, column) => String(((row * 37 + column * 53) % 90) + 10))),
  },
  applicationForm: { organization, representative: '代表取締役', registrationPin: '8264' },
  contractStatus: 'locked',
  situation: null,
};

const desks = ['経理課', '総務課', '営業一課', '営業二課', '購買課', '人事課', '大阪支店', '名古屋支店', '福岡支店', '海外課', '情報システム課', '監査室'];

/** A user of the company, by number: every fourth is locked, one in ten suspended. */
export function companyUser(number: number, more: Partial<CompanyUser> = {}): CompanyUser {
  return {
    userId: `user${String(number).padStart(2, '0')}`,
    name: `${desks[(number - 1) % desks.length]} 担当${Math.ceil(number / desks.length)}`,
    locked: number % 4 === 3,
    suspended: number % 10 === 9,
    lastLogonAt: number === 1 ? null : `2026-11-${String(1 + ((number * 7) % 21)).padStart(2, '0')}T02:15:00.000Z`,
    ...more,
  };
}

const companyUsers = Array.from({ length: 99 }, (_, index) => companyUser(index + 1));

/** Who is to do of so many users, the first ones of them done. */
export function todoOf(count: number, done: number): TodoEntry[] {
  const locked = companyUsers.slice(0, count).filter((user) => user.locked);
  return locked.map((user, index) => (index < done ? { user: { ...user, locked: false }, done: true } : { user, done: false }));
}

/** A page of 利用者情報選択 for a company of so many users. */
export function userList(count: number, page = 1) {
  return { users: companyUsers.slice(0, count).slice((page - 1) * 20, page * 20), page, size: 20, total: count, registered: count };
}

const openUsers = { expiresAt: '2026-11-22T06:18:00.000Z', todo: todoOf(12, 0) };
const search = { search: '', lockedOnly: false, page: 1 };

export const usersStates = {
  closed: { screen: 'closed', expiresAt: openUsers.expiresAt },
  menu: { screen: 'menu', ...openUsers },
  registerOrChange: { screen: 'registerOrChange', ...openUsers },
  selection: { screen: 'selection', ...openUsers, search, list: userList(12), phase: 'ready', done: null, problem: null },
  change: { screen: 'change', ...openUsers, search, user: companyUser(3), part: 'pins', phase: 'editing', problem: null },
  register: { screen: 'register', ...openUsers, phase: 'editing', problem: null },
} satisfies { readonly [S in UsersScreen]: Extract<UsersState, { screen: S }> };
/** A request that lacks nothing. */
export const requestEntries: RequestEntries = {
  date: '2026-11-22',
  branch: '本店営業部',
  company: organization,
  representative: '代表取締役（見本）',
  accountKind: 'current',
  accountNumber: '3104682',
  contractorId,
  lockedPins: ['logonPin', 'userConfirmationPin'],
  userName: '経理課 担当1',
  reason: 'other',
  reasonText: '管理者の引き継ぎの途中で、続けて入力を誤ったため',
  contactName: '総務課 担当2',
  contactPhone: '03-5550-0142',
};

const layout = requestLayoutSchema.parse(practiceProfile.releaseRequest);

/** What is published of the request. */
export function releaseRequest(more: Partial<ReleaseRequest> = {}): ReleaseRequest {
  return { open: false, form: 'release', offersReissue: true, layout, entries: requestEntries, prepared: [], unavailable: false, savedAs: null, ...more };
}

/** A preflight that found these; everything else was good. */
export function preflight(found: Readonly<Partial<Record<PreflightFinding, number | null>>> = {}, more: Partial<Preflight> = {}): Preflight {
  const good: readonly PreflightFinding[] = [
    'clock-right',
    'network-up',
    'proxy-none',
    'tls-trusted',
    'keychain-ready',
    'store-ready',
    'user-usual',
    'disk-ready',
  ];
  const results = good.map((usual) => {
    const { check } = preflightFindings[usual];
    const other = (Object.keys(found) as PreflightFinding[]).find((finding) => preflightFindings[finding].check === check);
    return { check, finding: other ?? usual, amount: other === undefined ? (usual === 'disk-ready' ? 41_000 : null) : (found[other] ?? null) };
  });
  return { phase: 'done', checkedAt: '2026-11-22T05:58:00.000Z', results, ...more };
}
