/**
 * The budget of space: what must be in sight as a screen stands there, without scrolling. The functions run in the
 * page and stand by themselves.
 */

/**
 * What of the next entry, the attempts and the next action is out of sight. A question above the screen is looked at
 * in the screen's place.
 * @returns one line a finding
 */
export function findOutOfSight(): readonly string[] {
  const question = document.querySelector('[role="alertdialog"]');
  const scope = question ?? document.querySelector('.content');
  if (scope === null) return [];
  const shown = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
  const all = (selector: string) => [...scope.querySelectorAll<HTMLElement>(selector)].filter(shown);
  const { top, bottom } = question === null ? scope.getBoundingClientRect() : { top: 0, bottom: window.innerHeight };
  // The bar with the next action lies over the end of what is scrolled.
  const bar = question === null ? scope.querySelector('.sheet-actions')?.getBoundingClientRect() : undefined;
  const end = bar === undefined || bar.height === 0 ? bottom : Math.min(bottom, bar.top);
  const out = (element: HTMLElement, from: number, to: number) => {
    const box = element.getBoundingClientRect();
    return box.top < from - 1 || box.bottom > to + 1;
  };
  const found: string[] = [];
  const entries = all('input, textarea').filter((element) => element.matches('[type="text"], [type="password"], textarea') && !element.matches(':read-only'));
  const empty = entries.find((element) => element.matches('[aria-required="true"]') && 'value' in element && element.value === '');
  const active = document.activeElement;
  const next = entries.find((element) => element === active) ?? empty;
  if (next !== undefined && out(next, top, end)) found.push(`the next entry: ${next.id}`);
  for (const attempts of all('.attempts strong')) if (out(attempts, top, end)) found.push('the attempts that are left');
  const [primary] = all('.button-primary');
  if (primary !== undefined && out(primary, top, bottom)) found.push(`the next action: ${primary.textContent}`);
  return found;
}

/**
 * Lines of headings and buttons that end within a word.
 * @param language whose words they are
 * @returns one line a finding: the two halves
 */
export function findBrokenWords(language: string): readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const found: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('h1, h2, h3, legend, .button')) {
    if (!element.checkVisibility() || element.closest('.paper, .visually-hidden') !== null) continue;
    const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight);
    if (element.getBoundingClientRect().height < 1.8 * lineHeight) continue;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const words = new Set([...segmenter.segment(text)].map(({ index }) => index));
      let last: number | null = null;
      for (let at = 0; at < text.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (box === undefined || box.width === 0) continue;
        if (last !== null && box.top > last + 4 && !words.has(at)) found.push(`a broken word: ${text.slice(0, at)}|${text.slice(at)}`);
        last = box.top;
      }
    }
  }
  return found;
}

/**
 * At 200 %: goes to the next entry, as a person does, and looks whether it and what is said of it are in sight.
 * @returns one line a finding
 */
export function findLostEntry(): readonly string[] {
  const entries = [...document.querySelectorAll<HTMLInputElement>('.content input:is([type="text"], [type="password"]), .content textarea')];
  const usable = entries.filter((entry) => entry.checkVisibility() && !entry.readOnly);
  const next = usable.find((entry) => entry.getAttribute('aria-invalid') === 'true') ?? usable[0];
  // What stands before the window keeps one from going there.
  if (next === undefined || document.querySelector('[role="alertdialog"], [role="dialog"]') !== null) return [];
  next.blur();
  window.scrollTo(0, 0);
  next.focus();
  const lost = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top < -1 || bottom > window.innerHeight + 1;
  };
  const said = (next.getAttribute('aria-errormessage') ?? '').split(' ').flatMap((id) => document.getElementById(id) ?? []);
  return [next, ...said.filter((words) => words.textContent !== '')].filter(lost).map((element) => `at 200 %: ${element.id} is out of sight`);
}

/** Targets below 24 by 24 CSS pixels (WCAG 2.5.8); links within a text are excepted, and there are none. */
export function findSmallTargets(): readonly string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], summary, [role="button"], label:has(input)')) {
    // A box within its label is as large as the label.
    if (element.matches('input') && element.closest('label') !== null) continue;
    const { width, height } = element.getBoundingClientRect();
    // Nor is one that only screen readers find.
    if (width === 0 || element.matches('.skip') || element.closest('[style*="clip-path"]') !== null) continue;
    if (width < 24 || height < 24)
      found.push(`${element.tagName} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 30)}” is ${width} by ${height}`);
  }
  return found;
}

/** What is wider than the window, and how much of its height stands fast (a dialog stands before all, and is scrolled itself). */
export function findLostAtZoom(): readonly string[] {
  const found: string[] = [];
  const { scrollWidth, clientWidth, clientHeight } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`${scrollWidth} wide in a window of ${clientWidth}`);
  for (const element of document.querySelectorAll<HTMLElement>('.content, .content *')) {
    if (element.closest('.request-preview, .visually-hidden, svg, .user-table-frame') !== null) continue;
    const box = element.getBoundingClientRect();
    if (box.width > 1 && box.right > clientWidth + 1)
      found.push(`${element.tagName}.${element.className} reaches to ${Math.round(box.right)} of ${clientWidth}`);
  }
  const fast = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    (element) =>
      ['sticky', 'fixed'].includes(getComputedStyle(element).position) &&
      element.offsetHeight > 0 &&
      element.querySelector('[role="alertdialog"], [role="dialog"]') === null,
  );
  const eaten = fast.reduce((sum, element) => sum + element.offsetHeight, 0);
  if (eaten > clientHeight / 3) found.push(`${eaten} of ${clientHeight} in height stand fast`);
  return found.slice(0, 4);
}
