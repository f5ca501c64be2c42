import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright';
import { loadBankProfile } from '../../main/bank/load-profile.ts';
import type { BankProfile } from '../../main/bank/profile.ts';
import { languages } from '../../preload/contract/preferences.ts';
import { type Mark as MarkedPlace, marks } from '../../renderer/help/marks.ts';
import type { ManualScreen } from '../../renderer/help/prose.ts';
import { printed } from '../gallery/looks.ts';
import { servePage } from '../gallery/page-server.ts';
import { sceneNamed } from '../gallery/scenes/all.ts';
import { openStage } from '../gallery/stage.ts';
import { createMemoryLog } from '../log/memory-log.ts';
import { launchBrowser, rendererFolder } from '../window/renderer-window.ts';
import { type Edition, editionOf } from './edition.ts';
import { manualPage } from './pages.ts';
import type { Mark, PageOf } from './parts.ts';
import { defectsOf, lettersWithoutFont, readBack, sheetDefectsOf } from './read-back.ts';
import { printedScreens, shownScreen } from './shown.ts';
import { supportSheet } from './support-sheet.ts';

type PictureMarks = (screen: ManualScreen) => readonly Mark[];

/**
 * `npm run manual`: the illustrated manual of a bank, A4, and the sheet of screen codes for its support staff, in every language.
 * @param root the repository's folder
 * @param folder where the PDFs are laid
 * @param profilePath a bank's profile; null for the practice bank's
 * @returns the exit code: 1 when the profile is wrong or something is missing in a PDF; what it is is printed
 */
export async function makeManuals(root: string, folder: string, profilePath: string | null): Promise<number> {
  const begun = Date.now();
  const log = createMemoryLog();
  const profile = await loadBankProfile(profilePath, log);
  if (!profile.ok) {
    console.error(log.lines.join('\n'));
    return 1;
  }
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await rm(folder, { recursive: true, force: true });
  const browser = await launchBrowser();
  let defects = 0;
  try {
    for (const language of languages) {
      const pictures = join(folder, 'pictures', language);
      await mkdir(pictures, { recursive: true });
      const edition = editionOf(profile.value, language, String(version));
      const marks = await takeScreens(browser, profile.value, edition, pictures);
      const path = join(folder, `kaitsu-manual-${language}.pdf`);
      const unknown = await print(browser, root, edition, marks, path);
      const read = await readBack(path);
      const found = [...defectsOf(read, edition), ...unknown.map((letter) => `none of the fonts has ${letter}`)];
      for (const defect of found) console.error(`${path}: ${defect}`);
      defects += found.length;
      console.log(`${path}: ${read.pages} pages, ${found.length} defects, ${((Date.now() - begun) / 1000).toFixed(1)} s`);
      defects += await makeSheet(browser, root, folder, edition);
    }
    return defects === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
}

/** The support staff's sheet of codes. @returns how many defects it has; what they are is printed */
async function makeSheet(browser: Browser, root: string, folder: string, edition: Edition): Promise<number> {
  const path = join(folder, `kaitsu-support-sheet-${edition.language}.pdf`);
  const context = await browser.newContext();
  const page = await context.newPage();
  await printPage(page, root, supportSheet(edition), path);
  const unknown = await page.evaluate(lettersWithoutFont);
  await context.close();
  const read = await readBack(path);
  const found = [...sheetDefectsOf(read, edition), ...unknown.map((letter) => `none of the fonts has ${letter}`)];
  for (const defect of found) console.error(`${path}: ${defect}`);
  console.log(`${path}: ${read.pages} pages, ${found.length} defects`);
  return found.length;
}

/**
 * The screens as customers of this bank see them, each cropped to its card.
 * @returns where the numbers of the steps stand in each picture
 */
async function takeScreens(browser: Browser, profile: BankProfile, { language, text }: Edition, folder: string): Promise<PictureMarks> {
  const server = await servePage(rendererFolder);
  const taken = new Map<ManualScreen, readonly Mark[]>();
  try {
    const stage = await openStage(browser, server.address, language, profile);
    for (const name of printedScreens) {
      const { scene, width = printed.width } = shownScreen(name);
      const look = { ...printed, width };
      await stage.show(sceneNamed(scene));
      await stage.turn(look);
      await writeFile(join(folder, `${name}.png`), await stage.cutOut('.sheet', look));
      taken.set(name, await marksIn(stage.page(), marks[name](text)));
    }
    await stage.close();
  } finally {
    await server.close();
  }
  return (screen) => taken.get(screen) ?? [];
}

/** @throws Error when what a step speaks of is not on the screen */
async function marksIn(page: Page, marked: readonly MarkedPlace[]): Promise<readonly Mark[]> {
  const sheet = await page.locator('.sheet').boundingBox();
  const found: Mark[] = [];
  for (const { step, selector, label } of marked) {
    const box = await page
      .locator(selector, label === undefined ? {} : { hasText: label })
      .first()
      .boundingBox();
    if (box === null || sheet === null) throw new Error(`Step ${step} speaks of ${selector} ${label ?? ''}, which is not on the screen.`);
    found.push({ step, left: (box.x - sheet.x) / sheet.width, top: (box.y + Math.min(box.height, 56) / 2 - sheet.y) / sheet.height });
  }
  return found;
}

/**
 * Prints twice: the first PDF tells on which page each heading stands, the second says so in its contents.
 * @returns the letters that none of its fonts has
 * @throws Error when the second print moved a heading
 */
async function print(browser: Browser, root: string, edition: Edition, marks: PictureMarks, path: string): Promise<readonly string[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const picture = (screen: ManualScreen) => ({ address: `pictures/${edition.language}/${screen}.png`, marks: marks(screen) });
  const draw = async (pageOf: PageOf) => {
    await printPage(page, root, manualPage(edition, picture, pageOf), path);
    return pagesOf(path);
  };
  const first = await draw(() => '');
  const second = await draw((anchor) => first.get(anchor) ?? '');
  const unknown = await page.evaluate(lettersWithoutFont);
  await context.close();
  for (const [anchor, number] of first) if (second.get(anchor) !== number) throw new Error(`${anchor} moved from page ${number} to ${second.get(anchor)}.`);
  return unknown;
}

/** @param html with a style sheet of its own; it lies beside the PDF, and so do the pictures that it shows */
async function printPage(page: Page, root: string, html: string, path: string): Promise<void> {
  const fonts = ['noto-sans-jp/400.css', 'noto-sans-jp/700.css'].map((file) => join(root, 'node_modules', '@fontsource', file));
  fonts.push(join(root, 'node_modules', '@fontsource-variable', 'noto-sans-kr', 'index.css'));
  const links = fonts.map((font) => `<link rel="stylesheet" href="${pathToFileURL(font)}">`).join('');
  const written = path.replace(/\.pdf$/u, '.html');
  await writeFile(written, html.replace('<style>', `${links}<style>`));
  await page.goto(pathToFileURL(written).href);
  await page.evaluate(() => document.fonts.ready);
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
}

/** @returns the page of every heading that is linked to, by its anchor, read back from the PDF */
async function pagesOf(path: string): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await promisify(execFile)('pdfinfo', ['-dests', path]);
  const found = [...stdout.matchAll(/^\s*(\d+)\s+\[.*\]\s+"(.+)"$/gmu)];
  return new Map(found.map(([, page = '', anchor = '']) => [decodeURIComponent(anchor), page]));
}
