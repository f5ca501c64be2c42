/** The copy for the printer is not on the screen: nothing else would load what it is printed in (paper.css). @param paper CSS selector of it in the copy */
export async function loadPaperFonts(paper: string): Promise<void> {
  const text = document.querySelector(`.print-copy ${paper}`)?.textContent ?? '';
  await document.fonts.load('10pt "Kaitsu Paper", "Noto Sans JP Variable", "Noto Sans KR Variable"', text);
  await document.fonts.ready;
}
