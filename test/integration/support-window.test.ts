import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeWindowCode } from '../../preload/contract/full-code/window-code.ts';
import { describedAt, withProblem } from '../../renderer/support/along-the-way.ts';
import { usualScreens } from '../../renderer/support/usual-screens.ts';
import { launchKaitsu, type Running, startStandIn } from '../../tools/journey/launch.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { findBarriers } from '../e2e/axe.ts';

/** The support mode as support has it: the real bundles, on Electron or the stand-in, with no practice and no bank. */

const korean = { ...describedAt(usualScreens['new-pins']), language: 'ko', look: 'dark', textSize: 'large', os: 'macos' } as const;
const fullCode = writeWindowCode(withProblem(korean, 'registration-pin-refused'));

let session: PrivateSession;
let running: Running;
beforeAll(async () => {
  session = await startPrivateSession('support-window');
  running = await launchKaitsu({ session, switches: ['--support=2-3-101', '--lang=ja'], size: { width: 1280, height: 800 } });
});
afterAll(async () => {
  await running?.close();
  await session?.stop();
});

const page = () => running.page;
const frame = () => page().frameLocator('.reproduction iframe').first();
const drawn = () => page().locator('.reproduction[data-state="drawn"]').first().waitFor();
const told = (part: string) => page().locator(`.told-part[data-part="${part}"]`);
const codeField = () => page().locator('input[name="code"]');

async function shows(code: string): Promise<void> {
  await expect.poll(() => page().locator('.told-code strong').textContent()).toBe(code);
  await drawn();
}

describe('the support mode', () => {
  test('shows the screen of the code that it was started with, marked as a reproduction, and what to say', async () => {
    await shows('2-3-101');
    expect(await frame().locator('.problem').textContent()).toContain('「契約者ID」または「ご契約先登録用暗証番号」を確認できませんでした。');
    expect(await frame().locator('.footer').textContent()).toContain('2-3-101');
    expect(await page().title()).toContain('再現');
    expect(await told('say').textContent()).toContain('「ログイン」を押してください');
    expect(await told('hand-over').textContent()).toContain('営業店');
    // Who began to type goes on.
    expect(await codeField().evaluate((input) => input === document.activeElement)).toBe(true);
  });

  test('draws a full code in the customer’s language and look, and keeps its own', async () => {
    await codeField().fill(fullCode.toLowerCase());
    await shows('2-4-108');
    expect(await frame().locator('html').getAttribute('lang')).toBe('ko');
    expect(await frame().locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await page().locator('html').getAttribute('lang')).toBe('ja');
    expect(await page().locator('.facts-line').textContent()).toMatch(/macOS.*한국어|macOS/u);
    const [spoken, meaning] = [told('say').locator('.script-spoken'), told('say').locator('.script-meaning')];
    expect(await spoken.first().getAttribute('lang')).toBe('ko');
    expect(await spoken.first().textContent()).toMatch(/[가-힣]/u);
    expect(await meaning.first().textContent()).toMatch(/[ぁ-ん]/u);
  });

  test('draws a typed code after it was typed, and before anything else is asked of support', async () => {
    const times: number[] = [];
    for (const code of ['2-3', '2-4-107', '2-5-109', '3-4-122', '1-1', '2-8-110', '2-3-101', '2-4-107', '2-5-109']) {
      const states = page().evaluate(() => {
        const element = document.querySelector('.reproduction');
        const input = document.querySelector<HTMLInputElement>('input[name="code"]');
        return new Promise<{ readonly seen: readonly string[]; readonly took: number }>((resolve) => {
          if (element === null || input === null) throw new Error('no frame');
          const seen: string[] = [];
          let typedAt = 0;
          input.addEventListener('input', () => (typedAt = performance.now()), { once: true, capture: true });
          new MutationObserver((_records, observer) => {
            seen.push(element.getAttribute('data-state') ?? '');
            if (seen.at(-1) !== 'drawn') return;
            observer.disconnect();
            resolve({ seen, took: performance.now() - typedAt });
          }).observe(element, { attributeFilter: ['data-state'] });
        });
      });
      await codeField().fill(code);
      const { seen, took } = await states;
      expect(seen).toEqual(['drawing', 'drawn']);
      times.push(Math.round(took));
    }
    console.log(`code typed to screen shown, in ms: ${times.join(', ')}`);
  });

  test('says by position what is wrong with a code, and offers what would fit', async () => {
    const wrong = `${fullCode.slice(0, 2)}${fullCode[2] === 'Z' ? 'Y' : 'Z'}${fullCode.slice(3)}`;
    await codeField().fill(wrong);
    await codeField().press('Enter');
    await expect.poll(() => page().locator('.code-fault').textContent()).toContain('3 文字目');
    await page().locator('.code-fault .button').click();
    await shows('2-4-108');
    expect(await codeField().inputValue()).toBe(fullCode);
    await codeField().fill('9-9-999');
    await codeField().press('Enter');
    await expect.poll(() => page().locator('.code-fault').textContent()).toContain('9-9');
  });

  test('is gone through by the keyboard alone: the way, the problems, the search', async () => {
    await codeField().fill('2-3');
    await shows('2-3');
    await page().keyboard.press('Alt+ArrowRight');
    await shows('2-4');
    await page().keyboard.press('Alt+ArrowDown');
    await expect.poll(() => page().locator('.told-problem').count()).toBe(1);
    // At once, while the frame is still being drawn: what is pressed is not lost in it.
    await page().keyboard.press('Alt+ArrowUp');
    await page().keyboard.press('Alt+ArrowLeft');
    await shows('2-3');
    await page().locator('input[name="query"]').focus();
    await page().keyboard.type('ぱそこん 容量');
    await expect.poll(() => page().locator('.found button').count()).toBeGreaterThan(0);
    await page().locator('input[name="query"]').fill('521');
    await page().locator('.found button').first().waitFor();
    for (
      let tab = 0;
      tab < 20 &&
      !(await page()
        .locator('.found button')
        .first()
        .evaluate((button) => button === document.activeElement));
      tab += 1
    )
      await page().keyboard.press('Tab');
    await page().keyboard.press('Enter');
    await expect.poll(() => page().locator('.told-problem').textContent()).toContain('521');
    // The reproduction is no place that the keyboard comes to.
    expect(await page().locator('iframe').first().getAttribute('tabindex')).toBe('-1');
  });

  test('puts two screens side by side: the customer’s, and the one that they should have next', async () => {
    await codeField().fill('2-3-102');
    await shows('2-3-102');
    await page().getByRole('button', { name: '2つ並べる' }).click();
    await page().locator('.reproduction[data-state="drawn"]').nth(1).waitFor();
    const second = page().frameLocator('.reproduction iframe').nth(1);
    await expect.poll(() => second.locator('.window').getAttribute('data-screen')).toBe('locked');
    expect(await frame().locator('.window').getAttribute('data-screen')).toBe('identification');
    await page().getByRole('button', { name: '1つにする' }).click();
  });

  test('shows the code of a second start and of a link that was pressed, in the same window', async () => {
    const second = startStandIn({ session, switches: ['--support=2-5-109', '--lang=ja'] });
    expect(await second.gone).toBe(0);
    await shows('2-5-109');
    const link = startStandIn({ session, switches: ['kaitsu:2-7-401', '--lang=ja'] });
    expect(await link.gone).toBe(0);
    await shows('2-7-401');
  });

  test('reaches no network, has no bridge in the frame, and cannot be led anywhere', async () => {
    const refused = await page().evaluate(() =>
      fetch('https://bank.example/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(refused).toBe('refused');
    const handle = await page().locator('.reproduction iframe').first().elementHandle();
    const inside = await handle?.contentFrame();
    expect(await inside?.evaluate(() => 'kaitsu' in window)).toBe(false);
    expect(
      await inside?.evaluate(() =>
        fetch('https://bank.example/').then(
          () => 'answered',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
    const reply = await page().evaluate(() => window.kaitsu?.procedure.identify({ contractorId: '12345678901', registrationPin: '4711' } as never));
    expect(reply).toMatchObject({ ok: false, problem: { code: 'not-now' } });
    await page().evaluate(() => {
      location.href = 'index.html';
    });
    await shows('2-7-401');
  });

  test('leaves nothing on the PC but its own preferences and log', () => {
    const kept = readdirSync(session.userData, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const outside = kept.map(({ parentPath, name }) => join(parentPath, name)).filter((path) => !path.includes('support-mode'));
    expect(outside).toEqual([]);
    for (const name of ['procedure.json', 'event-record', 'sandbox-bank', 'contracts', 'certificates'])
      expect(existsSync(join(session.userData, 'support-mode', name)), name).toBe(false);
  });

  test.each(['ja', 'en', 'ko'] as const)('is readable by everybody (%s)', async (language) => {
    const names = { ja: '日本語', en: 'English', ko: '한국어' } as const;
    await page().evaluate((value) => window.kaitsu?.preferences.change({ language: value, theme: value === 'en' ? 'dark' : 'light' }), language);
    await expect.poll(() => page().locator('html').getAttribute('lang')).toBe(language);
    for (const size of [
      { width: 1280, height: 800 },
      { width: 1024, height: 700 },
    ]) {
      await page().setViewportSize(size);
      await drawn();
      expect(await findBarriers(page(), ['.reproduction iframe']), `${names[language]} ${size.width}`).toEqual([]);
      await page().screenshot({ path: join('out', 'support-mode', `${language}-${size.width}.png`) });
      // Nothing is cut off at the side.
      const overflow = await page().evaluate(
        () => [...document.querySelectorAll('.support *:not(iframe)')].filter((element) => element.getBoundingClientRect().right > innerWidth + 1).length,
      );
      expect(overflow).toBe(0);
      expect(await page().evaluate(findCrowded)).toEqual([]);
    }
  });
});

/** Runs in the page: parts of the header that lie over one another, and buttons whose words have no room in one line. */
function findCrowded(): readonly string[] {
  const parts = [...document.querySelectorAll<HTMLElement>('.support-header > *, .code-form > :is(label, input, button), .search-box > :is(label, input)')].map(
    (element) => ({ element, box: element.getBoundingClientRect() }),
  );
  const over = parts.flatMap(({ element, box }) =>
    parts
      .filter((other) => !element.contains(other.element) && !other.element.contains(element))
      .filter(({ box: b }) => box.left < b.right - 1 && b.left < box.right - 1 && box.top < b.bottom - 1 && b.top < box.bottom - 1)
      .map((other) => `${element.className || element.tagName} lies over ${other.element.className || other.element.tagName}`),
  );
  const high = [...document.querySelectorAll<HTMLElement>('.support-header .button')].filter(({ offsetHeight }) => offsetHeight > 48);
  return [...over, ...high.map(({ textContent }) => `more than one line: ${textContent}`)];
}
