import type { HandOverEntry, ShownHandOverStep } from '../../../preload/contract/hand-over.ts';
import { formatDate, formatTime } from '../../text/dates.ts';
import type { Catalogue } from '../../text/ja/catalogue.ts';

/** @returns what a step is called */
export function stepText(step: ShownHandOverStep, { steps }: Catalogue['handOver']['paper']): string {
  switch (step.what) {
    case 'begun':
      return steps.begun[step.why];
    case 'repaired':
      return steps.repaired[step.how];
    case 'userChanged':
      return steps.userChanged[step.change];
    case 'loggedOff':
      return steps.loggedOff[step.how];
    case 'other':
      return steps.other(step.called);
    default:
      return steps.plain[step.what];
  }
}

/** What belongs to a step in every language: the certificate's number, the bank's host, the file that was set aside; '' where nothing. */
export function stepDetail({ step }: HandOverEntry): string {
  if ('serial' in step) return inFours(step.serial.slice(0, longestSerial));
  if (step.what === 'bankInUse') return [step.bank, step.host].filter((part) => part !== '').join(' ');
  return step.what === 'begun' ? (step.setAside ?? '') : '';
}

/** RFC 5280 section 4.1.2.2: 20 octets. */
const longestSerial = 40;

/** Groups that can be read out, and where a long number may break. */
function inFours(serial: string): string {
  return serial.replace(/(.{4})(?=.)/gu, '$1 ');
}

/** Days and times stand in one form, in whatever language: the lines of a table stay single. */
export function handOverTime(instant: string): string {
  return `${formatDate(instant, 'ja')} ${formatTime(instant, 'ja')}`;
}
