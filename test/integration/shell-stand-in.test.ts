import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findElectron, launchKaitsu, type Running } from '../../tools/journey/launch.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';

/** The stand-in itself, by a small program of its own. On a machine with Electron the same must hold for Electron. */
const entry = resolve('test/integration/shell-fixture/main.cjs');
type Fixture = {
  readonly add: (a: number, b: number) => number;
  readonly node: readonly string[];
  readonly invoke: (channel: string, ...args: readonly unknown[]) => Promise<unknown>;
  readonly subscribe: (listener: (value: unknown) => void) => () => void;
  readonly requireNode: () => void;
};
declare global {
  interface Window {
    readonly fixture: Fixture;
    readonly ran: string;
    readonly secretOfThePreload?: string;
  }
}

let session: PrivateSession;
let running: Running;
let page: Page;

beforeAll(async () => {
  session = await startPrivateSession('shell');
  running = await launchKaitsu({ session, entry });
  page = running.page;
});
afterAll(async () => {
  await running?.kill();
  await session?.stop();
});

const invoke = (channel: string, ...args: readonly unknown[]) =>
  page.evaluate(([name, values]) => window.fixture.invoke(name, ...values), [channel, args] as const);

describe('the page and the preload live in two worlds', () => {
  test('the page sees what was exposed before its first script ran, and nothing else of the preload', async () => {
    expect(await page.evaluate(() => [window.ran, window.secretOfThePreload, typeof Reflect.get(window, 'require')])).toEqual([
      'function',
      undefined,
      'undefined',
    ]);
    expect(await page.evaluate(() => window.fixture.node)).toEqual(['object', 'undefined']);
  });

  test('what was exposed is frozen', async () => {
    expect(await page.evaluate(() => [Object.isFrozen(window.fixture), Reflect.set(window, 'fixture', 1)])).toEqual([true, false]);
  });

  test('a call across returns at once, and an error crosses', async () => {
    expect(await page.evaluate(() => window.fixture.add(2, 3))).toBe(5);
    await expect(page.evaluate(() => window.fixture.requireNode())).rejects.toThrow('module not found: node:fs');
  });
});

describe('messages between window and main', () => {
  test('a request is answered, with what the structured clone keeps', async () => {
    const answer = await page.evaluate(async () => {
      const value = await window.fixture.invoke('echo', { none: undefined, date: new Date(0), map: new Map([[1, 'one']]), bytes: new Uint8Array([1, 2]) });
      const echoed = value as { none: undefined; date: Date; map: Map<number, string>; bytes: Uint8Array };
      return ['none' in echoed, echoed.date.toISOString(), echoed.map.get(1), [...echoed.bytes]];
    });
    expect(answer).toEqual([true, '1970-01-01T00:00:00.000Z', 'one', [1, 2]]);
  });

  test('a handler that throws is told in the words of Electron', async () => {
    await expect(invoke('fail')).rejects.toThrow("Error invoking remote method 'fail': TypeError: told so");
    await expect(invoke('nobody')).rejects.toThrow("Error invoking remote method 'nobody': Error: No handler registered for 'nobody'");
  });

  test('the handler sees who asks: our contents, the top frame, the app address', async () => {
    expect(await invoke('who')).toEqual({ url: 'app://renderer/index.html', top: true, same: true });
  });

  test('what main publishes reaches the subscriber until it unsubscribes', async () => {
    const received = await page.evaluate(async () => {
      const values: unknown[] = [];
      const unsubscribe = window.fixture.subscribe((value) => values.push(value));
      await window.fixture.invoke('publish', 'first');
      await window.fixture.invoke('publish', { second: 2 });
      unsubscribe();
      await window.fixture.invoke('publish', 'third');
      return values;
    });
    expect(received).toEqual(['first', { second: 2 }]);
  });

  test('a request costs no more than a few round trips to the browser: nothing polls', async () => {
    const ways = { requests: 0, roundTrips: 0 };
    const timed = async (way: keyof typeof ways, work: () => Promise<unknown>) => {
      const begun = performance.now();
      await work();
      ways[way] += performance.now() - begun;
    };
    const ask = (count: number) =>
      page.evaluate(async (requests) => {
        let sum = 0;
        for (let i = 0; i < requests; i++) sum = Number(await window.fixture.invoke('add', sum, 1));
        return sum;
      }, count);
    // In turns, so that whatever else the machine does hits both.
    for (let turn = 0; turn < 4; turn++) {
      await timed('requests', async () => expect(await ask(20)).toBe(20));
      await timed('roundTrips', async () => {
        for (let i = 0; i < 20; i++) await page.evaluate(() => 1);
      });
    }
    expect(ways.requests / ways.roundTrips).toBeLessThan(20);
  });
});

describe('the window is kept where it is', () => {
  test('a click on a link away from the app leaves the page as it was', async () => {
    await page.click('#away');
    await expect.poll(() => invoke('seen')).toContain('navigate https://elsewhere.example/');
    expect(page.url()).toMatch(/index\.html$/u);
  });

  test('a new window is refused, by link and by script', async () => {
    await page.click('#new');
    await page.evaluate(() => void window.open('https://elsewhere.example/script'));
    await expect
      .poll(() => invoke('seen'))
      .toEqual(expect.arrayContaining(['window https://elsewhere.example/new', 'window https://elsewhere.example/script']));
    await expect.poll(() => page.context().pages().length).toBe(1);
  });

  test('a request elsewhere is stopped by the policy of the page, and by the session', async () => {
    expect(
      await page.evaluate(() =>
        fetch('https://elsewhere.example/data').then(
          () => 'sent',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
  });

  test('HTML made from a string is refused by Trusted Types', async () => {
    await expect(page.evaluate(() => Object.assign(document.createElement('div'), { innerHTML: '<b>x</b>' }))).rejects.toThrow('TrustedHTML');
  });

  test('permissions are denied, as the handlers say', async () => {
    const states = await page.evaluate(() =>
      Promise.all(
        (['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[]).map(async (name) => (await navigator.permissions.query({ name })).state),
      ),
    );
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
  });
});

describe('the rest of the shell', () => {
  test('the theme that main chooses is the one that the page draws', async () => {
    const dark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await invoke('theme', 'dark');
    await expect.poll(dark).toBe(true);
    await invoke('theme', 'light');
    await expect.poll(dark).toBe(false);
  });

  test('a utility process gets its argument and speaks with main', async () => {
    expect(await invoke('utility', { date: new Date(1) })).toMatchObject({ data: { date: new Date(1) }, argument: 'an-argument' });
  });

  test('an address is handed to the desktop', async () => {
    await invoke('open');
    if (findElectron() === null) expect(running.output()).toContain('[shell] open https://help.example/');
  });

  test('the page becomes a PDF of the size asked for, Letter unless told', async () => {
    const sizeOf = async (options: unknown) =>
      /MediaBox\s*\[\s*0 0 ([0-9.]+) ([0-9.]+)/u
        .exec(String(await invoke('pdf', options)))
        ?.slice(1)
        .map((each) => Math.round(Number(each)));
    expect(await sizeOf({})).toEqual([612, 792]);
    const [width = 0, height = 0] = (await sizeOf({ pageSize: 'A4', landscape: true })) ?? [];
    expect([Math.abs(width - 842) < 2, Math.abs(height - 595) < 2]).toEqual([true, true]);
    expect(String(await invoke('pdf', { generateTaggedPDF: true }))).toContain('/StructTreeRoot');
  });

  test.skipIf(findElectron() !== null)('with nobody there to answer, printing and saving are cancelled', async () => {
    expect(await invoke('print')).toEqual([false, 'Print job canceled']);
    expect(await invoke('save')).toEqual({ canceled: true, filePath: '' });
  });

  test("the system's proxy is asked for by address, and this computer has none", async () => {
    expect(await Promise.all([invoke('proxy', 'https://127.0.0.1:1/'), invoke('proxy', 'https://localhost/')])).toEqual(['DIRECT', 'DIRECT']);
  });

  test('the program knows its name, version and folder', async () => {
    expect(await invoke('about')).toMatchObject({ version: '1.2.3', name: 'Fixture', userData: join(session.home, '.config', 'Fixture') });
  });

  test.skipIf(findElectron() !== null)('what is not covered is refused by name', async () => {
    expect(await Promise.all(['tray', 'app', 'event', 'option', 'preference'].map((name) => invoke('uncovered', name)))).toEqual([
      'The stand-in for Electron does not cover electron.Tray.',
      'The stand-in for Electron does not cover app.getFileIcon.',
      "The stand-in for Electron does not cover app's event 'gpu-info-update'.",
      'The stand-in for Electron does not cover the option kiosk of BrowserWindow.',
      'The stand-in for Electron does not cover the web preference nodeIntegration: true.',
    ]);
  });

  test.skipIf(findElectron() !== null)('a second instance leaves, and the first is told', async () => {
    const second = spawn(process.execPath, ['-r', resolve('out/shell/hook.cjs'), entry], { env: session.env, stdio: 'ignore' });
    expect((await once(second, 'exit'))[0]).toBe(3);
    await expect.poll(() => invoke('seen')).toContain('second-instance');
  });

  test('after a crash it starts again, and closing the window ends it in order', async () => {
    await running.kill();
    running = await launchKaitsu({ session, entry });
    page = running.page;
    expect(await page.evaluate(() => window.fixture.add(1, 1))).toBe(2);
    expect(await running.close(), running.output()).toBe(0);
    expect(running.output()).toMatch(/closed[\s\S]*will quit/u);
  });
});
