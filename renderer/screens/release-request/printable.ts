/** The families of paper.css whose style sheets say, character by character, what they have. Together they are the whole of its fonts. */
const families: ReadonlySet<string> = new Set(['Noto Sans JP Variable', 'Noto Sans KR Variable']);

type Face = Pick<FontFace, 'family' | 'unicodeRange'>;
let known: ReadonlySet<number> | null = null;

/**
 * Whether the paper's fonts have every character of a text: what they lack would be printed as an empty box.
 * Characters that are never drawn by themselves (variation selectors, joiners) do not count.
 */
export function canPrint(text: string): boolean {
  known ??= charactersOf(document.fonts);
  const drawn = text.normalize('NFC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  return [...drawn].every((character) => known?.has(character.codePointAt(0) ?? 0));
}

/** @param faces as style sheets declare them; none of their files is loaded for this @returns every code point of theirs */
export function charactersOf(faces: Iterable<Face>): ReadonlySet<number> {
  const characters = new Set<number>();
  for (const { family, unicodeRange } of faces) {
    if (!families.has(family.replace(/^["']|["']$/gu, ''))) continue;
    for (const range of unicodeRange.split(',')) addRange(characters, range.trim());
  }
  return characters;
}

/** One range as the CSS object model writes it: "U+3042" or "U+3041-3096" (CSS Fonts 4, section 4.5). */
function addRange(characters: Set<number>, range: string): void {
  const [first, last] = range.replace(/^u\+/iu, '').split('-');
  const begin = Number.parseInt(first ?? '', 16);
  const end = last === undefined ? begin : Number.parseInt(last, 16);
  for (let code = begin; code <= end; code += 1) characters.add(code);
}
