import type { StepOrderName } from '../../preload/contract/step-order.ts';
import { type ManualPage, manualPages } from '../../renderer/help/pages.ts';
import { type ManualScreen, screensInOrder } from '../../renderer/help/prose.ts';

/** How a page of the manual is drawn: which scene of the gallery stands beside its words. */
type Drawn = {
  readonly scene: string;
  /** How much of a page it takes: half of one, a long card beside its words, or a wide card above them. */
  readonly room?: 'half' | 'tall' | 'wide';
  /** The window's width in CSS pixels, where the usual one would not show what the text speaks of. */
  readonly width?: number;
};

const drawings: Readonly<Record<ManualScreen, Drawn>> = {
  places: { scene: '130-places-first' },
  bankFile: { scene: '136-bank-file' },
  start: { scene: '110-start' },
  newPc: { scene: '116-new-pc' },
  locked: { scene: '01-locked' },
  releaseRequest: { scene: '31-request-filled', width: 1280, room: 'wide' },
  awaitingRelease: { scene: '02-awaiting-release', room: 'tall' },
  preflight: { scene: '38-preflight-bad' },
  logonMenu: { scene: '04-logon-menu' },
  activationMenu: { scene: '05-activation-menu' },
  identification: { scene: '06-identification' },
  newPins: { scene: '13-new-pins', room: 'tall' },
  oneTimePassword: { scene: '15-one-time-password' },
  certificateRequired: { scene: '18-certificate-required' },
  retrieval: { scene: '75-retrieval-checked' },
  certificateReady: { scene: '23-certificate-ready' },
  loggedOn: { scene: '24-logged-on' },
  renewal: { scene: '93-renewal-sent' },
  usersMenu: { scene: '50-users-menu' },
  usersRegisterOrChange: { scene: '51-users-register-or-change' },
  userSelection: { scene: '52-user-selection' },
  userChange: { scene: '60-user-change', room: 'tall' },
  userData: { scene: '65-user-change-data' },
  userRegister: { scene: '66-user-register' },
};

/** What the manual shows of a screen: its page, and how that is drawn. */
export type Shown = ManualPage & Drawn;

/** @returns the screen's page and how it is drawn */
export function shownScreen(name: ManualScreen): Shown {
  return { ...manualPages[name], ...drawings[name] };
}

/** The screens that have a place of their own in print, in a bank's order. */
export const printedIn = (order: StepOrderName): readonly ManualScreen[] => screensInOrder(order).filter((name) => manualPages[name].printedAt === undefined);

/** In the manual's order. */
export const printedScreens = printedIn('activationFirst');
