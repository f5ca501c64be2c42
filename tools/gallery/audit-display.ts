import type { Page } from 'playwright';
import type { Language } from '../../preload/contract/preferences.ts';
import { findLostAtZoom } from './budget.ts';
import type { Look } from './looks.ts';

/** What axe does not ask: whether words keep their room, what the system's colours leave, and which language a word is said to be of. */

/** The look in which the text is spaced wider: the smallest window has least room for it. */
const spacedIn: Look['name'] = 'light-1024';

/**
 * @param isUnknown nobody knows the window's language, since the preferences could not be read
 * @returns one line a finding
 */
export async function auditDisplay(page: Page, look: Look, language: Language, isUnknown: boolean): Promise<readonly string[]> {
  const said = await page.locator('html').getAttribute('lang');
  const languages = [...(said === language || isUnknown ? [] : [`the page says to be in ${said}`]), ...(await page.evaluate(findUnmarked))];
  const faint = look.forcedColors ? await page.evaluate(findFaint) : [];
  return [...languages, ...faint, ...(look.name === spacedIn ? await findCutOffWhenSpaced(page) : [])];
}

/** Runs in the page: Japanese letters in an element said to be of another language, which a screen reader would mumble (WCAG 3.1.2). What somebody typed is theirs. */
function findUnmarked(): readonly string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || parent.closest('script, style, textarea, [role="img"], option') !== null) continue;
    const lang = parent.closest('[lang]')?.getAttribute('lang');
    if (/[\u3040-\u30ff\u4e00-\u9fff]/u.test(node.textContent ?? '') && lang !== 'ja')
      found.push(`not marked as Japanese: ${parent.tagName}.${parent.className} in ${parent.parentElement?.className}: ${node.textContent}`);
  }
  return found;
}

/** Runs in the page: whatever can be used has an outline where the colours are the system's. */
function findFaint(): readonly string[] {
  if (!matchMedia('(forced-colors: active)').matches) return ['The colours are not forced.'];
  return [...document.querySelectorAll<HTMLElement>('button, input:not([type="radio"], [type="checkbox"]), select')].flatMap((element) => {
    if (element.offsetWidth === 0 || element.matches('.skip')) return [];
    const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(element);
    const seen = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) >= 1 && borderTopColor !== backgroundColor;
    return seen ? [] : [`no border: ${element.className} “${element.textContent?.slice(0, 20)}”`];
  });
}

/** As a person's own style sheet does it (WCAG 1.4.12); the browser's sheets for users are no policy's concern. */
const wider = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }';

/** The page is as it was afterwards. */
async function findCutOffWhenSpaced(page: Page): Promise<readonly string[]> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, wider);
  const cut = await page.evaluate(findCutOff);
  const lost = (await page.evaluate(findLostAtZoom)).filter((each) => !each.includes('stand fast'));
  await page.evaluate(() => void document.adoptedStyleSheets.pop());
  return [...cut, ...lost].map((each) => `spaced wider: ${each}`);
}

/** Runs in the page. */
function findCutOff(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>('button, label, p, h1, h2, h3, li, dd, dt, th, td, legend, span')].flatMap((element) => {
    if (element.closest('.visually-hidden, .print-copy, .request-preview, .skip, .rail') !== null || element.offsetWidth === 0) return [];
    const { overflow } = getComputedStyle(element);
    const outside = element.scrollWidth > element.clientWidth + 2 && element.clientWidth > 0;
    return overflow !== 'visible' && outside ? [`${element.tagName}.${element.className}: ${element.textContent?.slice(0, 20)}`] : [];
  });
}
