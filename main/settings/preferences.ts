import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { type Language, type Preferences, preferencesSchema } from '../../preload/contract/preferences.ts';
import { type Outcome, success } from '../../preload/contract/problem.ts';
import { diskProblem } from '../support/disk-problem.ts';
import type { Log } from '../support/ports.ts';

/** What the person chose for the window, kept over restarts. */
export type PreferencesStore = {
  current(): Preferences;
  /** Changes some of them. disk-full or disk-refused where they cannot be kept; they hold until the program ends all the same. */
  change(some: { readonly [K in keyof Preferences]?: Preferences[K] | undefined }): Promise<Outcome<Preferences>>;
};

/** The file of an earlier version knows nothing of the software keyboard. */
const storedSchema = preferencesSchema.extend({ shuffledKeys: preferencesSchema.shape.shuffledKeys.default(false) });

const fileName = 'preferences.json';
const asideName = 'preferences.unreadable.json';

/**
 * The language to begin with: the customers of a Japanese bank read Japanese unless their system clearly speaks another language.
 * @param locale BCP 47 or POSIX, e.g. "ja-JP", "en_US.UTF-8", "C"
 */
export function languageOf(locale: string): Language {
  const language = /^[A-Za-z]{2,3}(?=$|[-_.@])/u.exec(locale)?.[0].toLowerCase();
  if (language === 'ko' || language === 'kor') return 'ko';
  return language === undefined || language === 'ja' || language === 'jpn' || language === 'und' ? 'ja' : 'en';
}

/**
 * Opens <dir>/preferences.json. A file that cannot be read or does not fit is moved aside, with a line in
 * the log, and the defaults hold.
 * @param locale the operating system's, for the default language
 */
export async function openPreferences({ dir, locale, log }: { readonly dir: string; readonly locale: string; readonly log: Log }): Promise<PreferencesStore> {
  const path = join(dir, fileName);
  let preferences: Preferences = (await readStored(dir, log)) ?? { language: languageOf(locale), theme: 'system', shuffledKeys: false };
  let lastWrite: Promise<unknown> = Promise.resolve();
  return {
    current: () => preferences,
    change: (some) => {
      preferences = preferencesSchema.parse({ ...preferences, ...withoutUndefined(some) });
      const wanted = preferences;
      // One write after the other: the last change is what stands on the disk.
      const write = lastWrite.then(() => store(path, dir, wanted, log));
      lastWrite = write;
      return write;
    },
  };
}

async function store(path: string, dir: string, preferences: Preferences, log: Log): Promise<Outcome<Preferences>> {
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await writeFileAtomic(path, `${JSON.stringify(preferences, null, 2)}\n`, { mode: 0o600 });
    return success(preferences);
  } catch (error) {
    log.warn('preferences.not-kept', { error });
    return diskProblem(error);
  }
}

async function readStored(dir: string, log: Log): Promise<Preferences | null> {
  const path = join(dir, fileName);
  try {
    return storedSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    log.warn('preferences.unreadable', { movedTo: asideName });
    await rename(path, join(dir, asideName)).catch((reason: unknown) => log.warn('preferences.not-moved', { reason }));
    return null;
  }
}

function withoutUndefined<T extends object>(some: T): Partial<T> {
  const kept: Partial<T> = { ...some };
  for (const name in kept) if (kept[name] === undefined) delete kept[name];
  return kept;
}
