import type { RequestHandlers } from '../../preload/contract/contract.ts';
import type { OfferedBank, Places } from '../../preload/contract/places.ts';
import { failure, type Outcome, type Problem, type ProblemCause, problemOf } from '../../preload/contract/problem.ts';
import { type ProblemCode, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import type { Accepted } from '../../preload/contract/procedure.ts';
import { placesCode } from '../../preload/contract/screen-code.ts';
import { hostWithPort } from '../bank/addresses.ts';
import type { BankFile } from '../bank-file/bank-file.ts';
import type { BankKeeper } from '../bank-file/bank-keeper.ts';
import { type KnownBank, nextPlace } from './known-banks.ts';
import type { OpenPlaceFile } from './open-place.ts';
import { practicePlace } from './place.ts';
import { isBetween, placeAsShown, type Standing } from './standing.ts';

/** The list of places: what is on it, and how the person gets from one place to another. */

export type PlacesParts = {
  /** Of the place that is open; null while the list is. */
  readonly open: string | null;
  readonly practiceAllowed: boolean;
  readonly prescribedBy: string | null;
  /** Why the list is on the screen. */
  readonly problem: ProblemCause | null;
  readonly keeper: Pick<BankKeeper, 'take'>;
  /** Lets a later version take effect at once where nobody is on the way. @returns whether it did */
  readonly settle: (bankId: string) => Promise<boolean>;
  readonly file: Pick<OpenPlaceFile, 'write'>;
  readonly banks: () => Promise<readonly KnownBank[]>;
  readonly standing: (id: string) => Promise<Standing>;
  /** Asks the person for a bank file. @returns its bytes; null where they chose none */
  readonly askForFile: () => Promise<Outcome<Uint8Array | null, 'file-unavailable' | 'bank-file-damaged'>>;
  /** Ends the program in good order, and starts it again. */
  readonly restart: () => void;
  /** Whether something is typed that was not sent yet: then nobody leaves. */
  readonly entryUnderWay: () => boolean;
  readonly publish: (places: Places) => void;
  readonly now: () => Date;
};

/**
 * What became of a file from outside. shown: the list shows it. stranger: a bank that is to be compared first, for which the
 * list must be opened. later, same: of a known bank.
 */
export type ReceivedFile = { readonly kind: 'shown' | 'stranger' | 'later' | 'same' } | { readonly kind: 'refused'; readonly code: ProblemCode };

export type PlacesService = {
  readonly handlers: RequestHandlers['places'];
  current(): Places;
  /** A bank file that came from outside: a double click on it. */
  receive(bytes: Uint8Array): Promise<ReceivedFile>;
};

const accepted: Accepted = { ok: true };
const shownProblem = (cause: ProblemCause, place: 'places' | 'bankFile' = 'places'): Problem => problemOf(cause, placesCode(place, problemNumbers[cause.code]));
const refused = (problem: ProblemCause, place?: 'places' | 'bankFile'): Accepted => ({ ok: false, problem: shownProblem(problem, place) });
const forbidden = () => refused(failure('prescribed-by-policy').problem);
const notNow = () => refused(failure('not-now').problem);

/** @param parts see PlacesParts */
export async function createPlaces(parts: PlacesParts): Promise<PlacesService> {
  const { open, prescribedBy, keeper } = parts;
  /** The file that was opened, until its fingerprint is compared. */
  let pending: { readonly bytes: Uint8Array; readonly shown: OfferedBank } | null = null;
  let told: Places['told'] = null;
  let problem = parts.problem === null ? null : shownProblem(parts.problem);
  let listed = await listNow(parts);

  const current = (): Places => ({ open, prescribedBy, ...listed, offered: pending?.shown ?? null, told, problem });

  async function take(bytes: Uint8Array, typed: string | null): Promise<Accepted> {
    const taking = await keeper.take(bytes, typed);
    if (!taking.ok) return refused(taking.problem, pending === null ? 'places' : 'bankFile');
    const { kind, file } = taking.value;
    pending = kind === 'compare' ? { bytes, shown: offeredBank(file) } : null;
    const isSettled = kind === 'waiting' && (await parts.settle(file.content.profile.id));
    told = kind === 'compare' ? null : isSettled ? 'taken' : kind;
    listed = await listNow(parts);
    parts.publish(current());
    return accepted;
  }
  const files = {
    async openFile() {
      const asked = await parts.askForFile();
      if (!asked.ok) return refused(asked.problem);
      return asked.value === null ? accepted : take(asked.value, null);
    },
    offerFile: ({ text }: { readonly text: string }) => take(Buffer.from(text), null),
    confirmFile: async ({ fingerprint }: { readonly fingerprint: string }) => (pending === null ? notNow() : take(pending.bytes, fingerprint)),
    async dismissFile() {
      pending = null;
      parts.publish(current());
      return accepted;
    },
  };
  return {
    // At an open place nothing is asked of the list but the way to it; in the list there is nothing to leave.
    handlers: open === null ? { ...files, ...waysOf(parts), leave: refuse } : { ...refusing, leave: () => goTo(parts, null) },
    current,
    async receive(bytes) {
      if (open === null) {
        const reply = await take(bytes, null);
        // Nobody asked from the window: the list says it.
        problem = reply.ok ? null : reply.problem;
        parts.publish(current());
        return { kind: 'shown' };
      }
      // While a place is open, a later version of a known bank is taken, and a stranger's file waits for the list.
      const taking = await keeper.take(bytes, null);
      if (!taking.ok) return { kind: 'refused', code: taking.problem.code };
      const kinds = { compare: 'stranger', taken: 'later', waiting: 'later', same: 'same' } as const;
      return { kind: kinds[taking.value.kind] };
    },
  };
}

const refuse = async (): Promise<Accepted> => notNow();
const refusing = { openFile: refuse, offerFile: refuse, confirmFile: refuse, dismissFile: refuse, choose: refuse, addContract: refuse, practise: refuse };

/** The next start opens it. @param id null: the list */
async function goTo({ file, entryUnderWay, restart }: PlacesParts, id: string | null): Promise<Accepted> {
  if (entryUnderWay()) return notNow();
  const written = await file.write(id);
  if (!written.ok) return refused(written.problem);
  // The window that asked is still there to hear the reply.
  setImmediate(restart);
  return accepted;
}

/** From the list to a place. */
function waysOf(parts: PlacesParts): Pick<PlacesService['handlers'], 'choose' | 'addContract' | 'practise'> {
  const { banks, standing, practiceAllowed } = parts;
  return {
    async choose({ id }) {
      const bank = (await banks()).find(({ places }) => places.includes(id));
      if (bank === undefined) return notNow();
      if (bank.profile?.practice === true && !practiceAllowed) return forbidden();
      if (bank.problem === null) return goTo(parts, id);
      // Somebody on the way goes on with the file that they began with.
      return bank.profile === null || isBetween(await standing(id)) ? refused(bank.problem.problem) : goTo(parts, id);
    },
    async addContract({ bankId }) {
      const bank = (await banks()).find(({ id }) => id === bankId);
      if (bank?.profile == null) return notNow();
      if (bank.profile.practice && !practiceAllowed) return forbidden();
      return bank.problem === null ? goTo(parts, nextPlace(bank)) : refused(bank.problem.problem);
    },
    practise: async () => (practiceAllowed ? goTo(parts, practicePlace) : forbidden()),
  };
}

async function listNow(parts: PlacesParts): Promise<Pick<Places, 'banks' | 'practice'>> {
  const { open, practiceAllowed, banks, standing } = parts;
  if (open !== null) return { banks: [], practice: practiceAllowed ? 'offered' : 'forbidden' };
  const shown = await Promise.all((await banks()).map((bank) => shownBank(parts, bank)));
  const begun = (await standing(practicePlace)).kind !== 'absent';
  return { banks: shown, practice: practiceAllowed ? (begun ? 'begun' : 'offered') : 'forbidden' };
}

async function shownBank({ standing, now }: PlacesParts, { id, profile, problem, waits, places }: KnownBank): Promise<Places['banks'][number]> {
  const contracts = await Promise.all(places.map(async (place) => placeAsShown(place, await standing(place), profile?.certificate ?? null, now())));
  const name = profile?.name ?? { ja: id, en: id, ko: id };
  return { id, name, host: hostWithPort(profile?.baseUrl ?? null), problem: problem === null ? null : shownProblem(problem.problem), waits, contracts };
}

function offeredBank({ content, host, fingerprint }: BankFile): OfferedBank {
  return { name: content.profile.name, host, signer: content.signer.name, fingerprint, version: content.version, expiresAt: content.expiresAt };
}
