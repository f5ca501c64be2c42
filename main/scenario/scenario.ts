import { z } from 'zod';
import { preflightFindings } from '../../preload/contract/preflight-findings.ts';
import { type ProblemCode, problemCodes } from '../../preload/contract/problem-numbers.ts';
import { scenarioGroups } from '../../preload/contract/scenario-groups.ts';
import { type SituationCode, situationCodes } from '../../preload/contract/situations.ts';

/** A scenario: a point of the procedure at which a practice begins, as support and training write it down. */

/** What has been done so far, in the manual's order. */
export const deeds = [
  'nothing',
  'newPcChosen',
  'lockedOutChosen',
  'requestHandedIn',
  'branchCalled',
  'activationChosen',
  'identified',
  'pinsSet',
  'oneTimePasswordAccepted',
  'certificateInstalled',
  'loggedOn',
  'usersOpened',
  'userListOpened',
  'userChosen',
] as const;
export type Deed = (typeof deeds)[number];

/** Where a fault bites: the step at which something is sent or asked for. */
export const bitingSteps = ['branchCall', 'identification', 'newPins', 'oneTimePassword', 'certificate', 'logon', 'users', 'renewal'] as const;
export type BitingStep = (typeof bitingSteps)[number];

/** Faults of the way to the bank. */
export const networkFaults = [
  'bank-unreachable',
  'bank-timeout',
  'bank-untrusted',
  'bank-closed',
  'bank-failure',
  'too-many-requests',
  'bank-answer-invalid',
  'enrolment-answer-lost',
  'answer-stopped-after-pin',
  'request-malformed',
  'content-too-large',
  'content-type-unsupported',
  'not-found',
  'method-not-allowed',
] as const satisfies readonly SituationCode[];

/** Faults of the PC. */
export const pcFaults = [
  'keychain-missing',
  'keychain-locked',
  'keychain-refused',
  'disk-full',
  'disk-refused',
  'certificate-store-missing',
  'certificate-store-refused',
  'certificate-absent-on-pc',
  'certificate-file-unreadable',
  'certificate-file-unavailable',
  'certificate-not-offered',
  'certificate-required',
  'key-cannot-sign',
  'certificates-piled-up',
  'other-os-user',
  'remote-session',
  'bank-profile-invalid',
] as const satisfies readonly SituationCode[];

/** A clock that is wrong is no situation of its own: the bank's time is another one than the PC's. */
export const clockWrong = 'clock-wrong';

/** Of the practice bank's profile: the attempt after these locks. */
const mostAttemptsLeft = 6;
const mostUsers = 60;

/** One line, without signs that are not seen or that turn the direction of writing. */
const line = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u);
const inThreeLanguages = (longest: number) => z.strictObject({ ja: line(longest), en: line(longest), ko: line(longest) });

const at = z.enum(bitingSteps).optional();
const passed = z.boolean().optional();
const fault = <C extends string>(codes: readonly C[]) => z.strictObject({ fault: z.enum(codes as [C, ...C[]]), at, passed });

const screen = z.string().regex(/^[0-9]{1,2}-[0-9]{1,2}$/u);
const problem = z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]).optional();

export const scenarioSchema = z.strictObject({
  title: inThreeLanguages(60),
  about: inThreeLanguages(300),
  group: z.enum(scenarioGroups),
  done: z.enum(deeds),
  contract: z.enum(['locked', 'released', 'active']).optional(),
  attemptsLeft: z.int().min(0).max(mostAttemptsLeft).optional(),
  certificate: z
    .union([
      z.enum(['none', 'valid', 'revoked']),
      z.strictObject({ endsInDays: z.int().min(0).max(364) }),
      z.strictObject({ expiredDaysAgo: z.int().min(1).max(3_000) }),
    ])
    .optional(),
  users: z.strictObject({ count: z.int().min(1).max(mostUsers), locked: z.int().min(0).max(mostUsers) }).optional(),
  network: fault(networkFaults).optional(),
  pc: z.strictObject({ ...fault([...pcFaults, clockWrong]).shape, minutes: z.int().min(-600_000).max(600_000).optional() }).optional(),
  situation: fault(situationCodes).optional(),
  expects: z.strictObject({
    screen,
    problem,
    finding: z.enum(Object.keys(preflightFindings) as [keyof typeof preflightFindings, ...(keyof typeof preflightFindings)[]]).optional(),
    next: z.strictObject({ screen, problem }).optional(),
  }),
});
export type Scenario = Readonly<z.infer<typeof scenarioSchema>>;

/** A situation of the practice, and from where to where on the way it holds. */
export type ScenarioFault = {
  readonly key: 'network' | 'pc' | 'situation';
  readonly code: SituationCode;
  /** null: from the beginning on. */
  readonly at: BitingStep | null;
  /** It has bitten once already, and is over. */
  readonly passed: boolean;
};

/** @returns the faults that are situations of the practice */
export function faultsOf({ network, pc, situation }: Pick<Scenario, 'network' | 'pc' | 'situation'>): readonly ScenarioFault[] {
  const of = (
    key: ScenarioFault['key'],
    one: { readonly fault: string; readonly at?: BitingStep | undefined; readonly passed?: boolean | undefined } | undefined,
  ) => {
    const code = situationCodes.find((each) => each === one?.fault);
    return one === undefined || code === undefined ? [] : [{ key, code, at: one.at ?? null, passed: one.passed === true }];
  };
  return [...of('network', network), ...of('pc', pc), ...of('situation', situation)];
}

/** How far ahead of the PC's clock the bank's is, in minutes: how a PC's wrong clock is seen. */
export function clockAheadOf({ pc }: Pick<Scenario, 'pc'>): number {
  return pc?.fault === clockWrong ? -(pc.minutes ?? usualClockError) : 0;
}

/** A clock that nobody has set for some years is late by so much, in minutes. */
const usualClockError = -40;

/** The step at which the person stands after a deed, where a fault can bite there. */
export const biteAfter: Readonly<Record<Deed, BitingStep | null>> = {
  nothing: null,
  newPcChosen: null,
  lockedOutChosen: null,
  requestHandedIn: null,
  branchCalled: 'branchCall',
  activationChosen: 'identification',
  identified: 'newPins',
  pinsSet: 'oneTimePassword',
  oneTimePasswordAccepted: 'certificate',
  certificateInstalled: 'logon',
  loggedOn: 'users',
  usersOpened: 'users',
  userListOpened: 'users',
  userChosen: 'users',
};

/** @returns whether the first deed comes at or after the second in the manual */
export function isDoneBy(deed: Deed, earlier: Deed): boolean {
  return deeds.indexOf(deed) >= deeds.indexOf(earlier);
}
