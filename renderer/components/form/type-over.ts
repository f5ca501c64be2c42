import { asTyped, type Writing } from '../../../preload/contract/typed-text.ts';

/**
 * Puts what people meant in place of what they typed, e.g. half-width digits for full-width ones. The caret stays
 * where it was among the characters. Not to be called while an input method composes.
 * @returns whether anything changed
 */
export function typeOver(input: HTMLInputElement | HTMLTextAreaElement, writing: Writing): boolean {
  const { value, selectionEnd } = input;
  const meant = asTyped(value, writing);
  if (meant === value) return false;
  const caret = asTyped(value.slice(0, selectionEnd ?? value.length), writing).length;
  input.value = meant;
  input.setSelectionRange(caret, caret);
  return true;
}
