import { type RefCallback, useEffect, useRef, useState } from 'react';
import { type FieldFault, hasFullWidth, toHalfWidth } from '../../preload/contract/fields.ts';
import type { FieldName, Problem } from '../../preload/contract/problem.ts';

/** A field's fault, or that the bank refused what was sent from it. */
export type ShownFault = FieldFault | 'refused';
type ReadField = (name: FieldName) => string;

/** What is known of a field before anything is typed. */
export type FieldPlan = {
  readonly name: FieldName;
  /** Cleared once sent, on leaving and after idleness. */
  readonly secret: boolean;
  readonly check: (text: string, read: ReadField) => FieldFault | null;
  /** The field that this one must be compared with again when it changes. */
  readonly comparedBy?: FieldName;
};

export type Fields = {
  readonly faults: Readonly<Partial<Record<FieldName, ShownFault>>>;
  readonly register: (name: FieldName) => RefCallback<HTMLInputElement>;
  readonly read: ReadField;
  /** Called at every keystroke outside an input method's composition. */
  readonly changed: (name: FieldName) => void;
  /** Called as the person leaves the field. */
  readonly left: (name: FieldName) => void;
  readonly convert: (name: FieldName) => void;
  /** Checks everything, leads to the first faulty field. @returns whether all may be sent */
  readonly checkAll: () => boolean;
  /** Empties the fields that hold secrets. @returns whether one held something */
  readonly clearSecrets: () => boolean;
};

/**
 * The fields of one form. What is typed lives in the input elements alone; React learns of faults only.
 * @param plans the fields in the order in which they stand on the screen
 * @param problem what the bank said of the last entry; the focus goes to the field it names
 * @param sending whether an entry is under way: the bank's word is heeded when it no longer is
 */
export function useFields(plans: readonly FieldPlan[], problem: Problem | null, sending: boolean): Fields {
  const inputs = useRef(new Map<FieldName, HTMLInputElement>());
  const registered = useRef(new Map<FieldName, RefCallback<HTMLInputElement>>());
  const [faults, setFaults] = useState<Partial<Record<FieldName, ShownFault>>>({});
  const read: ReadField = (name) => inputs.current.get(name)?.value ?? '';
  const planOf = (name: FieldName) => plans.find((plan) => plan.name === name);
  const checkOne = (name: FieldName) => planOf(name)?.check(read(name), read) ?? null;
  const show = (name: FieldName, fault: ShownFault | null) => setFaults((all) => withFault(all, name, fault));

  // Without a field that is at fault, the first secret is the one to enter again: it was cleared when sent.
  const namedField = problem?.field ?? null;
  const goTo = sending || problem === null ? null : (namedField ?? plans.find((plan) => plan.secret)?.name ?? null);
  const refusal = goTo === null ? null : `${problem?.code}/${problem?.attemptsLeft}/${problem?.reference}`;
  useEffect(() => {
    const input = goTo === null || refusal === null ? undefined : inputs.current.get(goTo);
    if (input === undefined) return;
    if (namedField !== null) setFaults((all) => withFault(all, namedField, 'refused'));
    input.focus();
  }, [goTo, namedField, refusal]);

  return {
    faults,
    register: (name) => registerOnce(registered.current, name, inputs.current),
    read,
    changed: (name) => {
      if (hasFullWidth(read(name))) show(name, 'fullWidth');
      else if (faults[name] !== undefined) show(name, faults[name] === 'refused' ? null : stillShown(faults[name], checkOne(name)));
      const other = planOf(name)?.comparedBy;
      if (other !== undefined && faults[other] !== undefined && read(other) !== '') show(other, checkOne(other));
    },
    left: (name) => {
      if (read(name) === '') return;
      show(name, checkOne(name));
      const other = planOf(name)?.comparedBy;
      if (other !== undefined && read(other) !== '') show(other, checkOne(other));
    },
    convert: (name) => {
      const input = inputs.current.get(name);
      if (input === undefined) return;
      input.value = toHalfWidth(input.value);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      show(name, checkOne(name));
      input.focus();
    },
    checkAll: () => {
      const found = plans.map((plan) => [plan.name, checkOne(plan.name)] as const).filter(([, fault]) => fault !== null);
      setFaults(Object.fromEntries(found));
      const first = found[0];
      if (first === undefined) return true;
      inputs.current.get(first[0])?.focus();
      return false;
    },
    clearSecrets: () => clearInputs(plans.filter((plan) => plan.secret).map((plan) => inputs.current.get(plan.name))),
  };
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

/** A fault goes away as soon as it is mended; another one is shown only as one leaves the field. */
function stillShown(shown: ShownFault, found: FieldFault | null): FieldFault | null {
  return found === shown || shown === 'empty' ? (shown === 'empty' ? null : found) : null;
}

function withFault(all: Partial<Record<FieldName, ShownFault>>, name: FieldName, fault: ShownFault | null) {
  const { [name]: _, ...rest } = all;
  return fault === null ? rest : { ...rest, [name]: fault };
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
