import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Language, languages } from '../../preload/contract/preferences.ts';
import { launchBrowser, rendererFolder } from '../window/renderer-window.ts';
import { audit } from './audit.ts';
import { auditDisplay } from './audit-display.ts';
import { type Look, looks, pictureName } from './looks.ts';
import { servePage } from './page-server.ts';
import { referenceNames } from './references.ts';
import { allScenes, tellingScenes } from './scenes/all.ts';
import { problemScenes } from './scenes/problems.ts';
import type { Scene } from './scenes/scene.ts';
import { findOverBudget, findOverBudgetEnlarged } from './space-budget.ts';
import { openStage, type Stage } from './stage.ts';

/** A picture that was taken, with what is said on it. */
export type Taken = {
  readonly name: string;
  readonly scene: Scene;
  readonly language: Language;
  readonly look: Look;
  /** The screen's heading, and the code that is read to the bank by phone; '' where there is none. */
  readonly title: string;
  readonly screenCode: string;
  /** All that is said on the screen, to be searched. */
  readonly words: string;
  readonly findings: readonly string[];
};

/** A scene of a language, with the looks in which it is taken. */
type Task = { readonly scene: Scene; readonly language: Language; readonly looks: readonly Look[] };

/** Which pictures are taken: those of the usual looks, those whose names hold all of some parts, or just these. */
export type Wanted = { readonly parts: readonly string[] } | { readonly names: readonly string[] };

/**
 * Takes pictures, each with its audit, on a browser for each processor and one more, which works where others wait for a frame.
 * @param folder where the PNGs are laid
 */
export async function takePictures(folder: string, wanted: Wanted = { parts: [] }): Promise<readonly Taken[]> {
  const waiting = tasksOf(wanted);
  const server = await servePage(rendererFolder);
  const workers = Math.max(1, Math.min(availableParallelism() + 1, waiting.length));
  try {
    const taken = await Promise.all(Array.from({ length: workers }, () => work(server.address, folder, waiting)));
    const order = new Map(allScenes.map((scene, index) => [scene, index]));
    return taken.flat().sort((a, b) => (order.get(a.scene) ?? 0) - (order.get(b.scene) ?? 0));
  } finally {
    await server.close();
  }
}

/** The language in which the texts are written first. */
const sourceLanguage: Language = 'ja';

/** In which looks a scene is taken: those of its kind, or whatever is asked for by name. */
function looksOf(scene: Scene, language: Language, wanted: Wanted): readonly Look[] {
  const named = (look: Look) => pictureName(scene.name, language, look);
  if ('names' in wanted) return looks.filter((look) => wanted.names.includes(named(look)));
  const { parts } = wanted;
  const kinds: readonly Look['of'][] = tellingScenes.includes(scene) ? ['every scene', 'screens'] : ['every scene'];
  const asked = parts.some((part) => looks.some((look) => look.name.includes(part)));
  // Unasked, what words hardly change is drawn in one language: colours, and a problem's frame; and so are the smallest
  // window and the one at 200 %, of whose words the space budget is asked in all. What is kept is always drawn.
  const isSpaceAsked = (look: Look) => look.width < looks[0].width;
  const once = (look: Look) => language === sourceLanguage || !(look.recoloured || isSpaceAsked(look) || problemScenes.includes(scene));
  const isKept = (look: Look) => referenceNames.some((name) => name === named(look));
  const usual = (look: Look) => isKept(look) || (kinds.includes(look.of) && (parts.length > 0 || once(look)));
  return looks.filter((look) => (asked || usual(look)) && parts.every((part) => named(look).includes(part)));
}

/** What is to be done, by language: first what leaves a page as it came, so that it is seldom loaded again. */
function tasksOf(wanted: Wanted): Task[] {
  const ordered = allScenes.toSorted((a, b) => Number(a.prepare !== undefined) - Number(b.prepare !== undefined));
  const tasks = languages.flatMap((language) => ordered.map((scene) => ({ scene, language, looks: looksOf(scene, language, wanted) })));
  return tasks.filter((task) => task.looks.length > 0);
}

/** One browser of its own, whose drawing burdens one processor, as long as there is something to do. */
async function work(address: string, folder: string, waiting: Task[]): Promise<readonly Taken[]> {
  const browser = await launchBrowser();
  const taken: Taken[] = [];
  let open: OpenStage | null = null;
  try {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      open = await stageFor(task.language, open, () => openStage(browser, address, task.language));
      taken.push(...(await takeScene(open.stage, task, folder)));
    }
    return taken;
  } finally {
    await browser.close();
  }
}

type OpenStage = { readonly language: Language; readonly stage: Stage };

/** The open stage where it speaks the language, else another one. */
async function stageFor(language: Language, open: OpenStage | null, another: () => Promise<Stage>): Promise<OpenStage> {
  if (open?.language === language) return open;
  await open?.stage.close();
  return { language, stage: await another() };
}

async function takeScene(stage: Stage, { scene, language, looks: wanted }: Task, folder: string): Promise<readonly Taken[]> {
  await stage.show(scene);
  const said = await stage.page().evaluate(read);
  // Before any look makes the window higher; what is found stands with the scene's first picture.
  const budget = await findOverBudget(stage, scene, language);
  const taken: Taken[] = [];
  for (const look of wanted) {
    const name = pictureName(scene.name, language, look);
    await stage.turn(look);
    await writeFile(join(folder, `${name}.png`), await stage.picture());
    const complaints = stage.complaints();
    const audited = [...(await audit(stage.page(), look)), ...(await auditDisplay(stage.page(), look, language, scene.broken !== undefined))];
    const findings = [...(scene.complains === true ? [] : complaints), ...(taken.length === 0 ? budget : []), ...audited];
    taken.push({ name, scene, language, look, ...said, findings });
  }
  const [first, ...others] = taken;
  const enlarged = await findOverBudgetEnlarged(stage, scene, language);
  return first === undefined ? [] : [{ ...first, findings: [...first.findings, ...enlarged] }, ...others];
}

/** Runs in the page. */
function read(): Pick<Taken, 'title' | 'screenCode' | 'words'> {
  const text = (selector: string) => (document.querySelector(selector)?.textContent ?? '').trim();
  const words = [...document.querySelectorAll('main, aside, [role="alertdialog"]')].map((part) => part.textContent ?? '').join(' ');
  return { title: text('h1'), screenCode: text('.footer strong'), words: words.replace(/\s+/gu, ' ') };
}
