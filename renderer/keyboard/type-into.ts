/**
 * Types into a native input as a real key does: at the caret, over what is selected, never beyond maxLength.
 * What is typed is in the input alone; the event that follows carries no character.
 */

/** @returns whether it was typed: false where the input is full or may not be changed */
export function typeInto(input: HTMLInputElement, character: string): boolean {
  const { start, end } = selectionOf(input);
  const length = input.value.length - (end - start) + character.length;
  if (input.readOnly || (input.maxLength >= 0 && length > input.maxLength)) return false;
  input.setRangeText(character, start, end, 'end');
  tell(input, 'insertText');
  return true;
}

/** Takes away what is selected, else the character before the caret. */
export function deleteFrom(input: HTMLInputElement): void {
  const { start, end } = selectionOf(input);
  const from = start === end ? Math.max(0, start - 1) : start;
  if (input.readOnly || from === end) return;
  input.setRangeText('', from, end, 'end');
  tell(input, 'deleteContentBackward');
}

/** Takes all away. */
export function clearInput(input: HTMLInputElement): void {
  if (input.readOnly || input.value === '') return;
  input.setRangeText('', 0, input.value.length, 'end');
  tell(input, 'deleteContent');
}

function selectionOf(input: HTMLInputElement): { readonly start: number; readonly end: number } {
  const end = input.selectionEnd ?? input.value.length;
  return { start: input.selectionStart ?? end, end };
}

function tell(input: HTMLInputElement, inputType: string): void {
  input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType }));
}
