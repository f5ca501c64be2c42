import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { headingOf } from '../../tools/journey/journey.ts';

/** The program by keys alone: nothing here clicks, and nothing sets the focus. Every stop on the way is looked at. */
export type Keys = {
  readonly page: Page;
  /** What was wrong with a stop: where it was, and what could not be seen. */
  readonly defects: string[];
  /** How many stops were looked at. */
  stops(): number;
  /** Goes forward (or back) from stop to stop until the element has the focus. @throws when it is not reached */
  to(target: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Goes to an element and presses it. */
  press(target: Locator, key?: 'Enter' | 'Space'): Promise<void>;
  /** Goes to a field and types. */
  type(target: Locator, text: string): Promise<void>;
  /** Waits for a screen, and for the focus at its heading. */
  arrive(title: string): Promise<void>;
};

/** More stops than any screen has. */
const mostStops = 90;

export function createKeys(page: Page): Keys {
  const defects: string[] = [];
  let looked = 0;
  const look = async () => {
    looked += 1;
    defects.push(...(await page.evaluate(defectsOfFocus)));
  };
  const has = (target: Locator) => target.evaluate((element) => element === document.activeElement);
  const to: Keys['to'] = async (target, key = 'Tab') => {
    await target.waitFor({ state: 'attached' });
    const passed = new Set<string>();
    for (let stop = 0; stop < mostStops; stop += 1) {
      if (await has(target)) return;
      await page.keyboard.press(key);
      await look();
      passed.add(await page.evaluate(() => document.activeElement?.textContent?.slice(0, 30) || document.activeElement?.id || ''));
    }
    throw new Error(`${String(target)} cannot be reached with ${key}; passed ${[...passed].join(' | ')}`);
  };
  return {
    page,
    defects,
    stops: () => looked,
    to,
    async press(target, key = 'Enter') {
      await to(target);
      await page.keyboard.press(key);
    },
    async type(target, text) {
      await to(target);
      await page.keyboard.type(text);
    },
    async arrive(title) {
      const heading = headingOf(page, title);
      await heading.waitFor();
      await expect.poll(() => has(heading), { message: `the focus at the heading “${title}”`, timeout: 5_000 }).toBe(true);
    },
  };
}

/**
 * Runs in the page. WCAG 2.4.7 and 2.4.11: whatever has the focus shows it, lies inside the window, and is covered by nothing.
 * @returns what is wrong with the stop
 */
function defectsOfFocus(): string[] {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || focused === document.documentElement) return [];
  const name = `${focused.tagName.toLowerCase()} “${focused.getAttribute('aria-label') ?? focused.textContent?.trim().slice(0, 40) ?? ''}”${focused.id === '' ? '' : ` #${focused.id}`}`;
  // A choice of a few draws its own sign on the text beside the native button.
  const shown = focused.closest('.segments') === null ? focused : (focused.nextElementSibling ?? focused);
  const style = getComputedStyle(shown);
  const found: string[] = [];
  if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2) found.push(`${name}: no sign of the focus`);
  const box = shown.getBoundingClientRect();
  const left = Math.max(0, box.left);
  const right = Math.min(innerWidth, box.right);
  const top = Math.max(0, box.top);
  const bottom = Math.min(innerHeight, box.bottom);
  if (right - left < 1 || bottom - top < 1) return [...found, `${name}: outside the window`];
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.15, 0.5, 0.85].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const));
  const covered = points.filter(([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there === null || !(shown.contains(there) || focused.contains(there) || there.contains(focused));
  });
  // A small part may lie under what stands fast; its middle may not (2.4.12, which asks more than 2.4.11).
  if (covered.length > 2) found.push(`${name}: covered at ${covered.length} of 9 points`);
  return found;
}
