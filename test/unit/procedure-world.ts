import type { Journal, JournalEntry } from '../../main/procedure/journal.ts';
import type { ActivationBank, CertificateRetriever, Grant, SecretKeeper, SecretName, SessionHolder } from '../../main/procedure/ports.ts';
import { createProcedure } from '../../main/procedure/procedure.ts';
import { type Happened, startRunner } from '../../main/procedure/runner.ts';
import type { Clock, Log } from '../../main/support/ports.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { contractorIdSchema, serialSchema } from '../../preload/contract/identities.ts';
import { type DiskCode, failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import type { StepOrderName } from '../../preload/contract/step-order.ts';

/**
 * Doubles for the procedure's ports: the real bank, keychain and certificate are met in the integration
 * and end-to-end tests; here every answer of theirs can be made to come, late, wrong or never.
 */

export const contractorId = contractorIdSchema.parse('12345678901');
export const at = '2026-11-20T01:00:00.000Z';
export const later = '2026-11-20T01:10:00.000Z';

/** Marked, so that a search finds them wherever they should not be. */
export const marked = {
  registrationPin: '7391',
  token: 'MARKED-token-0123456789abcdefghijklmnop',
  logonPin: 'MARKEDlogon1',
  confirmationPin: 'MARKEDconf2',
  oneTimePassword: '58',
  administratorToken: 'MARKED-administrator-0123456789abcdefgh',
  enrolmentSecret: 'MARKED-enrolment-0123456789abcdefghijkl',
} as const;

export const grant: Grant = { contractorId, organization: '株式会社見本', enrolmentSecret: new Redacted(marked.enrolmentSecret), enrolBefore: later };
export const certificate = {
  subject: `CN=${contractorId}`,
  issuer: 'CN=CA',
  serial: serialSchema.parse('0A'),
  notBefore: at,
  notAfter: later,
  store: 'nss',
} as const;
export const renewedCertificate = { ...certificate, serial: serialSchema.parse('0B'), notAfter: '2027-11-20T01:10:00.000Z' } as const;
export const pins = {
  registrationPin: marked.registrationPin,
  logonPin: marked.logonPin,
  logonPinReentry: marked.logonPin,
  confirmationPin: marked.confirmationPin,
  confirmationPinReentry: marked.confirmationPin,
  email: '',
};

export function goodBank(): ActivationBank {
  return {
    identify: async () => success({ token: new Redacted(marked.token), expiresAt: later }),
    setPins: async () => success({ position: { row: 1, column: 2 } }),
    confirmOneTimePassword: async () => success(grant),
    readSession: async () => success({ next: 'oneTimePassword', contractorId, expiresAt: later, position: { row: 1, column: 2 } }),
    abandon: async () => true,
    logOn: async () => success({ loggedOnAt: at, lastLogonAt: null, session: { token: new Redacted(marked.administratorToken), idleSeconds: 600 } }),
  };
}

export function memoryKeychain(): SecretKeeper & { readonly held: Map<SecretName, string> } {
  const held = new Map<SecretName, string>();
  return {
    held,
    async read(name) {
      const secret = held.get(name);
      return success(secret === undefined ? null : new Redacted(secret));
    },
    keep: async (name, secret) => success(void held.set(name, secret.reveal())),
    forget: async (name) => success(void held.delete(name)),
  };
}

export const brokenKeychain: SecretKeeper = {
  read: async () => failure('keychain-locked'),
  keep: async () => failure('keychain-locked'),
  forget: async () => failure('keychain-locked'),
};

export function goodRetriever(): CertificateRetriever {
  return {
    prepare: () => undefined,
    hasTraces: async () => false,
    giveUpPendingKey: async () => success(undefined),
    find: async () => success({ contractorId, organization: '株式会社見本', certificate }),
    async retrieve(_grant, onStage) {
      for (const stage of ['key', 'request', 'sent', 'checked', 'installed', 'tried'] as const) onStage(stage, null);
      return success(certificate);
    },
    async renew(_current, onStage) {
      for (const stage of ['key', 'request', 'sent', 'checked', 'installed', 'tried'] as const) onStage(stage, null);
      return success(renewedCertificate);
    },
  };
}

export function memoryJournal(): Journal & { entry: JournalEntry | null } {
  const journal: Journal & { entry: JournalEntry | null } = {
    entry: null,
    path: '/nowhere/procedure.json',
    read: async () => (journal.entry === null ? { kind: 'absent' } : { kind: 'entry', entry: journal.entry }),
    setAside: async () => success(undefined),
    async write(entry): Promise<Outcome<void, DiskCode>> {
      journal.entry = structuredClone(entry);
      return success(undefined);
    },
  };
  return journal;
}

/** Notes what the procedure tells the part that works in the administrator's session. */
export function notedSessions(): SessionHolder & { readonly told: string[] } {
  const told: string[] = [];
  return {
    told,
    begin: ({ contractorId: who, token }, seconds) => void told.push(`begin ${who} ${token.reveal()} ${seconds}`),
    async end() {
      told.push('end');
      return true;
    },
  };
}

export type Parts = {
  readonly administrator: SessionHolder;
  readonly bank: ActivationBank;
  readonly secrets: SecretKeeper;
  readonly certificate: CertificateRetriever;
  readonly journal: Journal;
  readonly stepOrder: StepOrderName;
  /** Told of what happens, as the hand-over record is. */
  readonly happened: (what: Happened) => void;
  readonly now: () => Date;
};

/** A procedure in a world of doubles; pass parts to make the world worse. */
export async function procedureWorld(parts: Partial<Parts> = {}) {
  const snapshots: ProcedureSnapshot[] = [];
  const logLines: string[] = [];
  const shown: string[] = [];
  const alarms: { at: number; run: () => void }[] = [];
  const clock: Clock = {
    now: parts.now ?? (() => new Date(at)),
    after(milliseconds, run) {
      const alarm = { at: milliseconds, run };
      alarms.push(alarm);
      return () => void (alarms.includes(alarm) && alarms.splice(alarms.indexOf(alarm), 1));
    },
  };
  const write = (event: string, details: unknown) => void logLines.push(JSON.stringify({ event, details }));
  const log: Log = {
    info: write,
    warn: write,
    error: (event, details) => {
      write(event, details);
      return 'REF00001';
    },
  };
  const world = {
    bank: goodBank(),
    secrets: memoryKeychain(),
    certificate: goodRetriever(),
    journal: memoryJournal(),
    administrator: notedSessions(),
    stepOrder: 'activationFirst' as const,
    happened: (): void => undefined,
    ...parts,
  };
  const runner = await startRunner({ journal: world.journal, stepOrder: world.stepOrder, clock, log, happened: world.happened });
  snapshots.push(runner.snapshot());
  runner.onChange((snapshot) => snapshots.push(snapshot));
  const { requests: procedure, end } = createProcedure({
    ...world,
    runner,
    pinRule: { minLength: 6, maxLength: 12, symbols: '' },
    showInFolder: (path) => void shown.push(path),
    clock,
    log,
  });
  return { ...world, runner, procedure, end, snapshots, logLines, shown, alarms, state: () => runner.snapshot().state };
}

export type World = Awaited<ReturnType<typeof procedureWorld>>;

/** Walks the good way up to (and including) the screen of a step. */
export async function walkTo(world: World, step: ProcedureSnapshot['state']['step']): Promise<void> {
  const { procedure: go } = world;
  const actions = [
    go.chooseLockedOut,
    go.reportReleaseRequested,
    go.reportReleased,
    go.chooseAdministratorLogon,
    go.chooseActivation,
    () => go.identify({ contractorId, registrationPin: marked.registrationPin }),
    () => go.setPins(pins),
    () => go.confirmOneTimePassword({ oneTimePassword: marked.oneTimePassword }),
    go.retrieveCertificate,
    () => go.logOn({ logonPin: marked.logonPin }),
  ];
  for (const action of actions) {
    if (world.state().step === step) return;
    await action(undefined as never);
    await settled();
  }
}

/** Lets everything that is under way come to its end: the doubles answer with promises alone, which are all kept before an immediate. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));
