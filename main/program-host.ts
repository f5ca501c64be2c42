import type { Preferences } from '../preload/contract/preferences.ts';
import type { Outcome } from '../preload/contract/problem.ts';
import type { Run } from './certificate/stores/run.ts';
import type { createPublishedStates, PublishedStates } from './ipc/published-states.ts';
import type { Registration } from './ipc/register.ts';
import type { LoadKeytar } from './keychain/keytar-port.ts';
import type { AtPlace } from './places/at-place.ts';
import type { PlacesParts, PlacesService, ReceivedFile } from './places/places.ts';
import type { Policy } from './policy/read-policy.ts';
import type { Fork } from './practice/embedded-bank.ts';
import type { ScenarioDesk } from './practice/scenario-desk.ts';
import type { ProgramPorts } from './program-ports.ts';
import type { DocumentOutput } from './release-request/ports.ts';
import type { Clock, Log } from './support/ports.ts';
import type { Installation } from './update/update-source.ts';

/** The program without its window, as those see it who start it. */

/** What surrounds it: the machine, the desktop and the window. */
export type ProgramHost = AtPlace & {
  /** What the company prescribes on this PC. */
  readonly policy: Policy;
  /** Where the installer lays what is beside the program; null where it was not installed. */
  readonly resources: string | null;
  /** The user-data folder: what is not of one place. */
  readonly folder: string;
  readonly openPlaces: (entryUnderWay: PlacesParts['entryUnderWay'], publish: PlacesParts['publish']) => Promise<PlacesService>;
  /** Ends the program, and starts it again in the support mode. */
  readonly openSupport: () => void;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** $XDG_DATA_HOME, where it is set. */
  readonly dataHome: string | undefined;
  /** Where the system keeps temporary files. */
  readonly temporary: string;
  /** Who runs the program; null where the system has no such numbers. */
  readonly userId: number | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The operating system's, for the language to begin with. */
  readonly locale: string;
  /** Starts the practice bank's process. */
  readonly fork: Fork;
  readonly scenarios: ScenarioDesk;
  readonly loadKeytar: LoadKeytar;
  readonly run: Run;
  readonly resolveProxy: (url: string) => Promise<string>;
  readonly documentOutput: DocumentOutput;
  /** Where papers are proposed to be saved; asked each time. */
  readonly documents: () => string;
  /** Opens an address in the browser. @returns whether something took it */
  readonly openWebsite: (address: string) => Promise<boolean>;
  /** Reminds of the certificate's end by the system. @param daysLeft null after it */
  readonly notify: (daysLeft: number | null, language: Preferences['language']) => void;
  /** How the program was installed; null where it was not. */
  readonly installation: Installation | null;
  /** Of the program. */
  readonly version: string;
  readonly setTheme: (theme: Preferences['theme']) => void;
  /** The one window's contents; null while there is none. */
  readonly contents: Parameters<typeof createPublishedStates>[1];
  /** Ends the program, as closing its window does. */
  readonly endProgram: () => void;
  readonly clock: Clock;
  readonly log: Log;
};

/** What the support mode is asked to show; both null: nothing. file: the path of a support bundle. */
export type SupportAsked = { readonly code: string | null; readonly file: string | null };

export type Program = {
  readonly states: PublishedStates;
  /** The language that the person chose. */
  readonly language: () => Preferences['language'];
  /** Shows the record of the procedure, where there is one. */
  readonly openRecord: () => void;
  /** Shows what support is sent. */
  readonly openBundle: () => void;
  /** Shows the hand-over record. */
  readonly openHandOver: () => void;
  /** A bank file that came from outside. */
  receiveFile(bytes: Uint8Array): Promise<ReceivedFile>;
  /** A screen code or a bundle that came from outside: the support mode shows it, and nobody else does anything with it. */
  showAsked(asked: SupportAsked): void;
  /** Answers the window's requests from now on. */
  answer(window: Pick<Registration, 'requests' | 'window' | 'origin'>): void;
  /** Where the bank answers; the embedded one is started. */
  readonly locate: ProgramPorts['locate'];
  /** Brings a practice to where its scenario begins, before the window is opened; all is well where there is none. */
  stage(): Promise<Outcome<void>>;
  /** Ends the session at the bank, if there is one. @returns whether none is open there any more */
  logOff(): Promise<boolean>;
  /** Whether something is being typed that was not sent yet. */
  readonly entryUnderWay: () => boolean;
  /** Nothing is typed in a window that has just loaded. */
  readonly noteNoEntry: () => void;
  /** Ends what runs beside, once what the window handed over last is on the disk. */
  end(): Promise<void>;
};
