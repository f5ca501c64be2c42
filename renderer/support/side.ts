import type { PublishedBank } from '../../preload/contract/bank.ts';
import { contractorIdLength, registrationPinLength } from '../../preload/contract/fields.ts';
import type { FieldNote } from '../../preload/contract/full-code/described-fields.ts';
import type { DescribedScreen, DescribedWindow } from '../../preload/contract/full-code/described-window.ts';
import type { FieldName } from '../../preload/contract/problem.ts';
import { firstLabel } from '../components/form/first-label.ts';
import { manualPages } from '../help/pages.ts';
import type { ManualProse, ManualScreen } from '../help/prose.ts';
import type { Catalogue } from '../text/ja/catalogue.ts';
import type { ScreenWord, SupportWords } from './words.ts';

/** What a screen says of itself in one language: its title, and what is wrong with its fields. */

/** All that is said in one language. */
export type Side = { readonly text: Catalogue; readonly words: SupportWords; readonly prose: ManualProse; readonly bank: PublishedBank };

export type FieldFault = { readonly label: string; readonly fault: string };

/** The manual's page of a screen; null where it has none. */
const pages: Readonly<Record<ScreenWord, ManualScreen | null>> = {
  start: 'start',
  'new-pc': 'newPc',
  locked: 'locked',
  'release-request': 'releaseRequest',
  'awaiting-release': 'awaitingRelease',
  'logon-menu': 'logonMenu',
  'activation-menu': 'activationMenu',
  identification: 'identification',
  'new-pins': 'newPins',
  'one-time-password': 'oneTimePassword',
  'certificate-required': 'certificateRequired',
  retrieval: 'retrieval',
  renewal: 'renewal',
  'certificate-ready': 'certificateReady',
  'logged-on': 'loggedOn',
  resume: null,
  'journal-unavailable': null,
  places: 'places',
  'bank-file': 'bankFile',
  'users-menu': 'usersMenu',
  'users-register-or-change': 'usersRegisterOrChange',
  'user-selection': 'userSelection',
  'user-change': 'userChange',
  'user-register': 'userRegister',
  waiting: null,
  unavailable: null,
};

/** @returns the manual's page of what is on the screen; null where it has none */
export function pageOf(shown: DescribedScreen): ManualScreen | null {
  return shown.screen === 'user-change' && shown.part === 'data' ? 'userData' : pages[shown.screen];
}

/** What stands above the screen, as the customer sees it. */
export function titleOf(shown: DescribedScreen, { text, words }: Pick<Side, 'text' | 'words'>): string {
  switch (shown.screen) {
    case 'retrieval':
    case 'renewal':
      return text.screens[shown.screen][shown.phase];
    case 'release-request':
      return shown.paper === 'reissue' ? text.recovery.reissueTitle : text.releaseRequest.title;
    case 'resume':
      return text.screens.resume.title;
    case 'journal-unavailable':
      return text.screens.journalUnavailable.title;
    case 'places':
      return shown.banks === 'none' ? text.places.firstTitle : text.places.title;
    case 'bank-file':
      return text.places.file.title;
    case 'waiting':
    case 'unavailable':
      return words.screens[shown.screen].purpose;
    default: {
      const page = pageOf(shown);
      return page === null ? '' : manualPages[page].title(text);
    }
  }
}

/** Why each field cannot be sent, in the order of the form. */
export function faultsOf({ shown }: Pick<DescribedWindow, 'shown'>, side: Pick<Side, 'text' | 'bank'>): readonly FieldFault[] {
  if (!('form' in shown)) return [];
  const notes = Object.entries(shown.form.notes) as [FieldName, FieldNote][];
  // What the bank refused is the problem itself, and told as such.
  return notes.flatMap(([name, note]) =>
    note === 'empty' || note === 'filled' || note === 'refused' ? [] : [{ label: side.text.fields[name].label, fault: faultIn(name, note, side) }],
  );
}

function faultIn(name: FieldName, note: Exclude<FieldNote, 'empty' | 'filled' | 'refused'>, { text, bank }: Pick<Side, 'text' | 'bank'>): string {
  const isId = name === 'userId';
  const { minLength: min, maxLength: max } = isId ? bank.users.idRule : bank.pinRule;
  const length = name === 'contractorId' ? contractorIdLength : name === 'oneTimePassword' ? bank.oneTimePasswordLength : registrationPinLength;
  const limits = { length, min, max, symbols: isId ? '' : bank.pinRule.symbols, first: firstLabel(name, text) };
  return text.input.errors[note === 'missing' ? 'empty' : note](limits);
}
