import axe from 'axe-core';
import type { Page } from 'playwright';
import type { Look } from './looks.ts';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** What is asked of every picture: WCAG 2.2 A and AA with the size of targets, and axe's own best practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

/** What of it can differ where nothing but colours does. */
const colourRules = ['color-contrast', 'link-in-text-block'] as const;

/**
 * PreflightChecks for barriers on the page as it stands.
 * @returns one line a finding: what, and where
 */
export async function audit(page: Page, look: Look): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const asked: Runnable = look.recoloured ? { type: 'rule', values: [...colourRules] } : { type: 'tag', values: [...tags] };
  const found = await page.evaluate(runAxe, asked);
  const wide = await page.evaluate(findTooWide);
  const high = look.enlarged ? [] : await page.evaluate(findTooHigh);
  const apart = await page.evaluate(findPulledApart);
  const unreachable = look.enlarged ? await page.evaluate(findUnreachable) : [];
  return [...found, ...wide, ...high, ...apart, ...unreachable];
}

type Runnable = { readonly type: 'rule' | 'tag'; readonly values: string[] };

/** Runs in the page. Nothing is loaded for it (preload), and only what is wrong is described. */
async function runAxe(runOnly: Runnable): Promise<readonly string[]> {
  const usual = { preload: false, iframes: false };
  const { violations } = await window.axe.run(document, { ...usual, resultTypes: ['violations'], runOnly });
  const found: string[] = [];
  for (const { id, nodes } of violations) {
    const targets = nodes.map((node) => node.target.join(' '));
    const wrong = id === 'target-size' ? await stillTooSmall(targets) : targets;
    if (wrong.length > 0) found.push(`axe ${id}: ${wrong.join(', ')}`);
  }
  return found;

  /** What lies half below the bar that stays in sight is as large as it is once it is scrolled there. */
  async function stillTooSmall(targets: readonly string[]): Promise<readonly string[]> {
    const small: string[] = [];
    for (const target of targets) {
      const element = document.querySelector(target);
      const scroller = document.querySelector('.content');
      const top = scroller?.scrollTop ?? 0;
      element?.scrollIntoView({ block: 'center' });
      const again = await window.axe.run(target, { ...usual, resultTypes: ['violations'], runOnly: { type: 'rule', values: ['target-size'] } });
      if (again.violations.length > 0) small.push(target);
      scroller?.scrollTo(0, top);
    }
    return small;
  }
}

/** Runs in the page: nothing may have to be scrolled sideways (WCAG 1.4.10). */
export function findTooWide(): readonly string[] {
  const names = ['html', '.content', '.practice-panel', '.rail', '.header', '.footer'];
  const tooWide = names.filter((name) => [...document.querySelectorAll(name)].some((element) => element.scrollWidth > element.clientWidth + 1));
  return tooWide.map((name) => `wider than its place: ${name}`);
}

/** Runs in the page: only the content may be scrolled, the window itself never, or its frame would go out of sight. */
function findTooHigh(): readonly string[] {
  const { scrollHeight, clientHeight } = document.documentElement;
  return scrollHeight > clientHeight ? [`the window itself scrolls: ${scrollHeight} of ${clientHeight}`] : [];
}

/** Runs in the page: a sentence whose words are parts of a row or grid of their own stands with gaps in it. */
function findPulledApart(): readonly string[] {
  const rows = [...document.querySelectorAll<HTMLElement>('main *, aside *, header *, footer *, nav *')].filter((element) => {
    const parts = [...element.childNodes].filter((node) => (node.textContent ?? '').trim() !== '');
    const torn = parts.length > 1 && parts.some((node) => node instanceof Text) && parts.some((node) => node instanceof HTMLElement && node.lang === 'ja');
    return torn && /flex|grid/u.test(getComputedStyle(element).display);
  });
  return rows.map((element) => `words pulled apart: ${(element.textContent ?? '').trim().slice(0, 40)}`);
}

/** Runs in the page: whatever can be used can be scrolled into sight, and nothing lies over it. */
function findUnreachable(): readonly string[] {
  const scrolled = [...document.querySelectorAll('*')].filter((element) => element.scrollTop > 0).map((element) => ({ element, top: element.scrollTop }));
  const top = document.querySelector('[role="alertdialog"], [role="dialog"]') ?? document;
  const usable = [...top.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], summary')].filter(
    (element) => !element.matches('.skip, :disabled') && element.checkVisibility({ visibilityProperty: true }),
  );
  const hidden = usable.filter((element) => {
    element.scrollIntoView({ block: 'center', inline: 'nearest' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = document.elementFromPoint(left + width / 2, top + height / 2);
    return at === null || !(element.contains(at) || at.contains(element) || at.closest('label')?.contains(element) === true || labelled(element, at));
  });
  for (const { element, top } of scrolled) element.scrollTop = top;
  return hidden.map((element) => `cannot be reached: ${element.tagName.toLowerCase()} ${element.id || (element.textContent ?? '').trim().slice(0, 40)}`);

  function labelled(element: HTMLElement, at: Element): boolean {
    return at instanceof HTMLLabelElement && at.htmlFor === element.id;
  }
}
