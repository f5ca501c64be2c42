import type { StateName } from '../../preload/contract/contract.ts';
import type { BundleFault } from '../../preload/contract/replay.ts';
import type { Mark } from './marks.ts';
import type { TimeKind } from './time-spent.ts';

/** The replay's own words; what is said of screens and problems comes from the window's catalogues and the support mode's. */

export type FaultWords = { readonly why: string; readonly next: string };

export type ReplayWords = {
  readonly open: string;
  readonly opening: string;
  readonly drop: string;
  readonly back: string;
  readonly notOpened: (name: string) => string;
  readonly broken: FaultWords;
  readonly faults: Readonly<Record<Exclude<BundleFault['kind'], 'cutOff' | 'newer' | 'wrongPart' | 'changed'>, FaultWords>> & {
    readonly cutOff: (missing: string) => FaultWords;
    readonly newer: FaultWords;
    readonly wrongPart: (part: string) => FaultWords;
    /** lines: the first damaged ones, '' where none is known; more: how many others there are. */
    readonly changed: (part: string, lines: string, more: number) => FaultWords;
  };
  readonly about: (version: string, os: string, madeAt: string) => string;
  readonly frame: {
    readonly name: string;
    readonly opening: string;
    readonly command: string;
    readonly closed: string;
    readonly failed: string;
    /** What a picture cannot have. */
    readonly note: string;
  };
  readonly timeline: {
    readonly name: string;
    readonly keys: string;
    readonly back: string;
    readonly forward: string;
    readonly markBack: string;
    readonly markForward: string;
    readonly place: (number: number, of: number, time: string) => string;
    readonly marks: Readonly<Record<Mark['kind'], string>>;
  };
  readonly times: Readonly<Record<TimeKind, string>>;
  /** Of whole units, hours down to seconds; milliseconds where it is shorter than a second. */
  readonly duration: (hours: number, minutes: number, seconds: number, milliseconds: number) => string;
  readonly tabs: { readonly name: string } & Readonly<Record<'moment' | 'summary' | 'events', string>>;
  readonly moment: {
    readonly time: string;
    readonly screen: string;
    readonly event: string;
    readonly note: string;
    readonly noteHint: string;
    readonly seeBeside: string;
  };
  readonly summary: {
    readonly times: string;
    readonly timesNote: string;
    readonly attempts: string;
    readonly noAttempts: string;
    readonly attempt: (title: string, left: number | null) => string;
    readonly waits: string;
    readonly noWaits: string;
    readonly pauses: string;
    readonly noPauses: string;
    readonly notes: string;
    readonly noNotes: string;
    readonly gaps: string;
    readonly leftOut: (lines: number) => string;
    readonly setAside: (lines: number) => string;
    readonly unknown: (events: number) => string;
    readonly goTo: (time: string) => string;
  };
  readonly list: { readonly name: string; readonly nothing: string; readonly filter: string } & Readonly<Record<'all' | 'bank' | 'problems', string>>;
  readonly events: {
    readonly started: (version: string) => string;
    readonly startedByCommand: (version: string) => string;
    readonly ended: string;
    readonly request: (name: string) => string;
    readonly accepted: string;
    readonly bankCall: (method: string, path: string) => string;
    readonly noAnswer: string;
    readonly status: (status: number) => string;
    readonly tool: (name: string) => string;
    readonly toolEnds: Readonly<Record<'missing' | 'timeout' | 'cancelled', string>>;
    readonly exit: (code: number) => string;
    readonly screen: (title: string) => string;
    readonly state: Readonly<Record<StateName, string>>;
    readonly damaged: string;
    readonly lost: (events: number) => string;
    readonly unknown: (kind: string) => string;
  };
  readonly report: {
    readonly title: string;
    readonly save: string;
    readonly picture: (number: number, of: number) => string;
    readonly saving: string;
    readonly saved: string;
    readonly cancelled: string;
    readonly failed: string;
    readonly showSaved: string;
    readonly lead: (file: string) => string;
    readonly timeline: string;
    readonly moments: string;
    readonly noPicture: string;
    readonly secrets: string;
    readonly unsavedTitle: string;
    readonly unsaved: string;
    readonly leave: string;
    readonly stays: string;
  };
};
