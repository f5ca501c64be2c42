import type { RenewalRule } from '../../preload/contract/validity.ts';
import { fractionOf } from '../support/fraction.ts';

/**
 * When a certificate is renewed that nobody renews by hand. All PCs of a company got theirs in the same week, and its
 * scheduler asks each of them every day: so each takes a moment of its own, always the same one, in the first two
 * thirds of the days in which the bank renews. The last third is left for what fails, and for a person to see to it.
 */

const day = 24 * 60 * 60_000;
const spread = 2 / 3;

/** @param machine what tells this PC from another one: see identifyMachine @param what a certificate's serial number, or what else is spread @returns a number in [0, 1), the same for the same PC and certificate */
export function shareOf(machine: string, what: string): number {
  return fractionOf(`kaitsu renewal ${machine} ${what}`);
}

/**
 * @param certificate its serial number and its end, ISO 8601
 * @returns from when on it is renewed
 */
export function plannedRenewal(
  { serial, notAfter }: { readonly serial: string; readonly notAfter: string },
  { renewalWindowDays }: Pick<RenewalRule, 'renewalWindowDays'>,
  machine: string,
): Date {
  const window = renewalWindowDays * day;
  return new Date(Date.parse(notAfter) - window + Math.floor(shareOf(machine, serial) * spread * window));
}
