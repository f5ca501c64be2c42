/** Lines of a part, and how many had no place in it. */
export type Bounded = { readonly text: string; readonly leftOut: number };

/** @returns the newest of the lines that have room together; bytes as UTF-8, each with its line feed */
export function newestLines<T extends { readonly text: string }>(lines: readonly T[], bytes: number): readonly T[] {
  let room = bytes;
  let first = lines.length;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    room -= Buffer.byteLength(lines[index]?.text ?? '') + 1;
    if (room < 0) break;
    first = index;
  }
  return lines.slice(first);
}

export const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
