import { type RefCallback, useEffect, useRef, useState } from 'react';
import type { FieldError } from '../../../preload/contract/fields.ts';
import type { FieldName, Problem } from '../../../preload/contract/problem.ts';

/** A field's error, or that the bank refused what was sent from it. */
export type ShownError = FieldError | 'refused';
type ReadField = (name: FieldName) => string;

/** What is known of a field before anything is typed. */
export type FieldPlan = {
  readonly name: FieldName;
  /** Cleared once sent, on leaving and after idleness. */
  readonly secret: boolean;
  readonly check: (text: string, read: ReadField) => FieldError | null;
  /** The field that this one must be compared with again when it changes. */
  readonly comparedBy?: FieldName;
};

export type Fields = {
  readonly errors: Readonly<Partial<Record<FieldName, ShownError>>>;
  readonly register: (name: FieldName) => RefCallback<HTMLInputElement>;
  readonly read: ReadField;
  /** Called at every keystroke outside an input method's composition. */
  readonly changed: (name: FieldName) => void;
  /** Called as the person leaves the field. */
  readonly left: (name: FieldName) => void;
  /** Checks everything, leads to the first invalid field. @returns how many are invalid: 0 where all may be sent */
  readonly checkAll: () => number;
  /** Empties the fields that hold secrets. @returns whether one held something */
  readonly clearSecrets: () => boolean;
  /** What is to be spoken of the field just left; null while there is nothing new. Said once, apart from what stands at the field. */
  readonly spoken: { readonly name: FieldName; readonly error: ShownError } | null;
  /** Wrong entries that are left, and the field that they are counted at; null where the bank counted none. */
  readonly attempts: { readonly name: FieldName; readonly count: number } | null;
  /** The native input, for the software keyboard to type into. */
  readonly inputOf: (name: FieldName) => HTMLInputElement | null;
  /** Whose software keyboard is open. */
  readonly keyboard: FieldName | null;
  readonly showKeyboard: (name: FieldName | null) => void;
  /** Whether no other field follows. */
  readonly isLast: (name: FieldName) => boolean;
  /** From a field whose software keyboard is open to the next one: the keyboard comes along where that one is secret too. */
  readonly goOn: (name: FieldName) => void;
};

/**
 * The fields of one form. What is typed lives in the input elements alone; React learns of errors only.
 * @param plans the fields in the order in which they stand on the screen
 * @param problem what the bank said of the last entry; the focus goes to the field it names
 * @param sending whether an entry is under way: the bank's word is heeded when it no longer is
 */
export function useFields(plans: readonly FieldPlan[], problem: Problem | null, sending: boolean): Fields {
  const inputs = useRef(new Map<FieldName, HTMLInputElement>());
  const registered = useRef(new Map<FieldName, RefCallback<HTMLInputElement>>());
  const [errors, setErrors] = useState<Partial<Record<FieldName, ShownError>>>({});
  const [spoken, setSpoken] = useState<Fields['spoken']>(null);
  const [keyboard, showKeyboard] = useState<FieldName | null>(null);
  const inputOf = (name: FieldName) => inputs.current.get(name) ?? null;
  const read: ReadField = (name) => inputOf(name)?.value ?? '';
  const planOf = (name: FieldName) => plans.find((plan) => plan.name === name);
  const checkOne = (name: FieldName) => planOf(name)?.check(read(name), read) ?? null;
  const show = (name: FieldName, error: ShownError | null) => {
    setErrors((all) => withError(all, name, error));
    setSpoken((before) => (error === null ? (before?.name === name ? null : before) : { name, error }));
  };
  const left = (name: FieldName) => {
    if (read(name) === '') return;
    const other = planOf(name)?.comparedBy;
    if (other !== undefined && read(other) !== '') show(other, checkOne(other));
    show(name, checkOne(name));
  };

  useRefusal(plans, problem, sending, { inputOf, refuse: (name) => setErrors((all) => withError(all, name, 'refused')) });

  return {
    errors,
    register: (name) => registerOnce(registered.current, name, inputs.current),
    read,
    changed: (name) => {
      if (errors[name] !== undefined) show(name, errors[name] === 'refused' ? null : stillShown(errors[name], checkOne(name)));
      const other = planOf(name)?.comparedBy;
      if (other !== undefined && errors[other] !== undefined && read(other) !== '') show(other, checkOne(other));
    },
    left,
    checkAll: () => {
      const found = plans.map((plan) => [plan.name, checkOne(plan.name)] as const).filter(([, error]) => error !== null);
      setErrors(Object.fromEntries(found));
      // The focus goes to the first of them, and its description is read there; the number of all stands in an alert.
      setSpoken(null);
      showKeyboard(null);
      const first = found[0];
      if (first !== undefined) inputOf(first[0])?.focus();
      return found.length;
    },
    clearSecrets: () => clearInputs(plans.filter((plan) => plan.secret).map((plan) => inputs.current.get(plan.name))),
    spoken,
    attempts: attemptsOf(plans, problem),
    inputOf,
    keyboard,
    showKeyboard,
    isLast: (name) => plans.at(-1)?.name === name,
    goOn: (name) => {
      left(name);
      const next = plans[plans.findIndex((plan) => plan.name === name) + 1];
      showKeyboard(next?.secret === true ? next.name : null);
      if (next === undefined) inputOf(name)?.form?.querySelector<HTMLElement>('button[type="submit"]')?.focus();
      else inputOf(next.name)?.focus();
    },
  };
}

/** Without a field that is named, the first secret is the one to enter again: it was cleared when sent. */
function fieldOf(plans: readonly FieldPlan[], problem: Problem): FieldName | null {
  return problem.field ?? plans.find((plan) => plan.secret)?.name ?? null;
}

function attemptsOf(plans: readonly FieldPlan[], problem: Problem | null): Fields['attempts'] {
  const count = problem?.attemptsLeft ?? 0;
  const name = problem === null ? null : fieldOf(plans, problem);
  return name === null || count === 0 ? null : { name, count };
}

type Refused = { readonly inputOf: (name: FieldName) => HTMLInputElement | null; readonly refuse: (name: FieldName) => void };

/** Marks the field that the bank refused, and leads there. */
function useRefusal(plans: readonly FieldPlan[], problem: Problem | null, sending: boolean, fields: Refused): void {
  const latest = useRef(fields);
  latest.current = fields;
  const steps = useRef<readonly FieldName[]>([]);
  const namedField = problem?.field ?? null;
  const goTo = sending || problem === null ? null : fieldOf(plans, problem);
  steps.current = plans.filter((plan) => plan.secret || plan.name === goTo).map((plan) => plan.name);
  const refusal = goTo === null ? null : `${problem?.code}/${problem?.attemptsLeft}/${problem?.reference}`;
  useEffect(() => {
    if (goTo === null || refusal === null || latest.current.inputOf(goTo) === null) return;
    if (namedField !== null) latest.current.refuse(namedField);
    // Where several secrets were cleared, they are entered again from the first.
    const first = steps.current.find((name) => name === goTo || latest.current.inputOf(name)?.value === '');
    latest.current.inputOf(first ?? goTo)?.focus();
  }, [goTo, namedField, refusal]);
}

/** The same callback for every drawing: React calls the clean-up of one that is new, and would empty what is being typed. */
function registerOnce(registered: Map<FieldName, RefCallback<HTMLInputElement>>, name: FieldName, inputs: Map<FieldName, HTMLInputElement>) {
  const known = registered.get(name);
  if (known !== undefined) return known;
  const callback: RefCallback<HTMLInputElement> = (input) => {
    if (input === null) return;
    inputs.set(name, input);
    return () => {
      input.value = input.defaultValue;
      inputs.delete(name);
    };
  };
  registered.set(name, callback);
  return callback;
}

/** An error goes away as soon as it is mended; another one is shown only as one leaves the field. */
function stillShown(shown: ShownError, found: FieldError | null): FieldError | null {
  return found === shown || shown === 'empty' ? (shown === 'empty' ? null : found) : null;
}

function withError(all: Partial<Record<FieldName, ShownError>>, name: FieldName, error: ShownError | null) {
  const { [name]: _, ...rest } = all;
  return error === null ? rest : { ...rest, [name]: error };
}

function clearInputs(inputs: readonly (HTMLInputElement | undefined)[]): boolean {
  let held = false;
  for (const input of inputs) {
    if (input === undefined || input.value === '') continue;
    held = true;
    input.value = '';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return held;
}
