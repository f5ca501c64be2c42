import type { FieldName } from '../../../preload/contract/problem.ts';
import type { Catalogue } from '../../text/ja/catalogue.ts';

/** What each re-entry repeats. */
const firstEntries: Partial<Record<FieldName, FieldName>> = {
  logonPinReentry: 'logonPin',
  confirmationPinReentry: 'confirmationPin',
  userLogonPinReentry: 'userLogonPin',
  userConfirmationPinReentry: 'userConfirmationPin',
};

/** @returns the label of the field that a re-entry repeats; '' where it is none */
export function firstLabel(name: FieldName, text: Catalogue): string {
  const first = firstEntries[name];
  return first === undefined ? '' : text.fields[first].label;
}
