import type { ReactNode } from 'react';
import type { FieldName } from '../../../preload/contract/problem.ts';
import type { Fields } from './use-fields.ts';

/** What one labelled input is drawn from. */
export type FieldProps = {
  readonly fields: Fields;
  readonly name: FieldName;
  readonly label: string;
  /** '' where the label says it all. */
  readonly explanation: string;
  /** The explanation is for screen readers alone: what it says stands once above several fields. */
  readonly unseenExplanation?: boolean;
  /** The manual's number, ① to ⑥. */
  readonly number?: string;
  readonly kind: 'digits' | 'pin' | 'text';
  /** Dots instead of what is typed, with a switch to show it. */
  readonly masked?: boolean;
  /** A second entry of the same: typed by hand, never pasted. */
  readonly reentry?: boolean;
  /** Whether a software keyboard is offered; usual where the entry is masked. */
  readonly keyboard?: boolean;
  readonly optional?: boolean;
  readonly length?: number;
  /** Shortest and longest content, where it is no PIN. */
  readonly limits?: { readonly min: number; readonly max: number };
  /** What stands in it at first; never a secret. */
  readonly initial?: string;
  /** Label and input stand beside each other. */
  readonly oneLine?: boolean;
  readonly busy: boolean;
  readonly children?: ReactNode;
};
