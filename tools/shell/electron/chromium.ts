import { accessSync, constants, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from 'playwright';

/** How a window's browser is started. */
export type ChromiumOptions = {
  readonly visible: boolean;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** BCP 47: what the page sees as navigator.language. */
  readonly locale: string;
  /** Whether tests may drive the page as well, by the DevTools protocol on loopback. */
  readonly devtools: boolean;
};

/** A running browser with the one page that stands for the window. */
export type RunningChromium = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Where the DevTools protocol answers; null when not asked for. */
  readonly endpoint: string | null;
  close(): Promise<void>;
};

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;
/** Chromium without a window of its own (Debian's package of that name): it starts and opens pages in about half the time. */
const headlessNames = ['chromium-headless-shell', ...names] as const;

/**
 * Finds the system's Chromium: KAITSU_CHROMIUM, else by its usual names on PATH.
 * @param visible whether its window is to be seen, or it must take client certificates from the user's NSS store
 * @throws Error when there is none
 */
export function findChromium(env: NodeJS.ProcessEnv, visible = true): string {
  if (env.KAITSU_CHROMIUM !== undefined) return env.KAITSU_CHROMIUM;
  for (const name of visible ? names : headlessNames) {
    for (const folder of (env.PATH ?? '').split(delimiter)) {
      if (isExecutable(join(folder, name))) return join(folder, name);
    }
  }
  throw new Error(`No Chromium found: set KAITSU_CHROMIUM or install one of ${names.join(', ')}.`);
}

/** Letters of the headless shell as the usual Chromium draws them, to the last pixel; that one knows no such switch. */
export const sameLetters = '--font-render-hinting=slight';

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts a browser of its own, with a profile that is removed when it closes. */
export async function startChromium(options: ChromiumOptions): Promise<RunningChromium> {
  const profile = mkdtempSync(join(tmpdir(), 'kaitsu-shell-'));
  // No offer to translate what the person reads in their own language already.
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ translate: { enabled: false } }));
  const size = { width: options.width, height: options.height };
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(process.env, options.visible),
    headless: !options.visible,
    viewport: options.visible ? null : size,
    locale: options.locale,
    colorScheme: null,
    chromiumSandbox: process.getuid?.() !== 0,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // Its own HOME: the window must not meet the person's certificates, only the bank's page in their browser does.
    env: { ...process.env, HOME: profile },
    args: switches(options),
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    endpoint: options.devtools ? await readEndpoint(profile) : null,
    close: async () => {
      await context.close();
      // Chromium's helpers write for a moment after the browser has ended.
      await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }).catch(() => undefined);
    },
  };
}

function switches({ visible, width, height, title, devtools }: ChromiumOptions): string[] {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
    '--hide-scrollbars=false',
    sameLetters,
    // As root there is no sandbox; this keeps Chromium from saying so across the window.
    ...(process.getuid?.() === 0 ? ['--test-type'] : []),
    ...(devtools ? ['--remote-debugging-port=0'] : []),
    ...(visible ? [`--app=data:text/html,<title>${encodeURIComponent(title)}</title>`, `--window-size=${width},${height}`] : []),
  ];
}

/** Chromium writes the port that it took into its profile, a moment after it has started. */
async function readEndpoint(profile: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const [port, path] = text.split('\n');
    if (port !== undefined && path !== undefined) return `ws://127.0.0.1:${port}${path}`;
    await wait(50);
  }
  throw new Error('Chromium named no DevTools port.');
}
