import type { DescribedScreen, DescribedWindow } from '../../preload/contract/full-code/described-window.ts';
import type { Catalogue } from '../text/ja/catalogue.ts';
import type { Afterwards, HandOver } from './problem-ways.ts';

/** What the support mode says in its own words; what the customer's screen says comes from the window's catalogues. */

export type ScreenWord = DescribedScreen['screen'];

/** say: spoken word for word; act: what to press there. t: the catalogue of the screen that is spoken of, for the labels on it. */
export type ScreenTell = {
  readonly purpose: string;
  /** Why people usually call from here, the likeliest first. */
  readonly calls: readonly [string, ...string[]];
  readonly say: (t: Catalogue) => readonly [string, ...string[]];
  readonly act: (t: Catalogue) => string;
};
/** A screen without its words does not compile, in any language. */
export type ScreenTells = Readonly<Record<ScreenWord, ScreenTell>>;

/** The screens that the manual has no page of. */
export type Unpaged = 'resume' | 'journal-unavailable' | 'waiting' | 'unavailable';

export type SupportWords = {
  readonly name: string;
  readonly mark: string;
  readonly markNote: string;
  readonly code: {
    readonly label: string;
    readonly hint: string;
    readonly show: string;
    readonly empty: string;
    readonly examples: string;
  };
  /** What is wrong with what was typed. symbols: how many there are; position: from 1. */
  readonly faults: {
    readonly length: (symbols: number, wanted: number) => string;
    readonly notASymbol: (position: number, character: string) => string;
    readonly wrongSymbol: (position: number, is: string, couldBe: string) => string;
    readonly takeThat: (symbol: string) => string;
    readonly swapped: (position: number) => string;
    readonly unreadable: string;
    readonly newerProgram: string;
    readonly noScreen: (code: string) => string;
    readonly noProblem: (number: string) => string;
  };
  readonly search: {
    readonly label: string;
    readonly hint: string;
    readonly nothing: string;
    readonly count: (count: number) => string;
    readonly screen: string;
    readonly problem: string;
  };
  readonly frame: {
    readonly customer: string;
    readonly wanted: string;
    readonly name: (of: string) => string;
    readonly drawing: string;
    readonly failed: string;
    readonly actualSize: string;
    readonly fitted: string;
    readonly compare: string;
    readonly single: string;
  };
  readonly way: {
    readonly name: string;
    readonly back: string;
    readonly forward: string;
    readonly problems: string;
    readonly noProblem: string;
    readonly keys: string;
  };
  readonly heads: Readonly<Record<'means' | 'say' | 'happened' | 'why' | 'tries' | 'next' | 'handOver' | 'calls' | 'faults' | 'facts', string>>;
  readonly manualPlace: (section: string, item: string) => string;
  readonly beyondManual: string;
  readonly problemNumber: (number: number) => string;
  readonly noProblem: string;
  readonly facts: {
    readonly version: string;
    readonly os: string;
    readonly language: string;
    readonly look: string;
    readonly textSize: string;
    readonly attempts: string;
    readonly keyboard: string;
    readonly bank: string;
    readonly osNames: Readonly<Record<DescribedWindow['os'], string>>;
    readonly looks: Readonly<Record<DescribedWindow['look'], string>>;
    readonly keyboards: Readonly<Record<'closed' | 'open' | 'capitals', string>>;
    readonly attemptsLeft: (count: number) => string;
    readonly otherBank: (name: string) => string;
    /** A short code tells none of them. */
    readonly unknown: string;
  };
  readonly script: {
    readonly seeing: (title: string) => string;
    readonly field: (label: string, fault: string) => string;
    readonly attempts: (count: number) => string;
    readonly lastAttempt: string;
    readonly noSecrets: string;
    readonly again: (label: string) => string;
    readonly handOver: Readonly<Record<HandOver, string>>;
    /** Beside what is spoken, where the customer's language is another one. */
    readonly inYours: string;
  };
  readonly afterwards: Readonly<Record<Afterwards, string>>;
  readonly handOvers: Readonly<Record<HandOver, { readonly who: string; readonly note: string }>>;
  /** The printed list of codes. to: whom to hand over to, in one short word. */
  readonly sheet: {
    readonly title: string;
    readonly reading: string;
    readonly everywhere: string;
    readonly to: Readonly<Record<HandOver, string>>;
  };
  readonly screens: ScreenTells;
  readonly unpaged: Readonly<Record<Unpaged, { readonly does: readonly [string, ...string[]]; readonly after: string }>>;
};
