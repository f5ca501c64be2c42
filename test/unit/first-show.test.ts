import { EventEmitter } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { showOnceDrawn } from '../../main/window/first-show.ts';

/** A window that is not shown yet, and a person who answers. */
function hiddenWindow() {
  const alarms: { readonly wait: number; run: () => void; stopped: boolean }[] = [];
  const webContents = new EventEmitter();
  const window = Object.assign(new EventEmitter(), {
    webContents,
    visible: false,
    destroyed: false,
    isVisible: () => window.visible,
    isDestroyed: () => window.destroyed,
    show: vi.fn(() => {
      window.visible = true;
    }),
  });
  const after = (wait: number, run: () => void) => {
    const alarm = { wait, run, stopped: false };
    alarms.push(alarm);
    return () => {
      alarm.stopped = true;
    };
  };
  const answers: ((answer: 'again' | 'end') => void)[] = [];
  const ask = vi.fn((_reference: string) => new Promise<'again' | 'end'>((resolve) => answers.push(resolve)));
  const [load, end] = [vi.fn(), vi.fn()];
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn(() => 'REF00001') };
  showOnceDrawn(window as unknown as Electron.BrowserWindow, { clock: { after }, log, load, ask, end });
  const ring = (until: number) => {
    for (const alarm of [...alarms].filter(({ stopped, wait }) => !stopped && wait <= until)) alarm.run();
  };
  const fail = (code = -6, isMainFrame = true) => webContents.emit('did-fail-load', {}, code, 'ERR_FILE_NOT_FOUND', 'app://renderer/index.html', isMainFrame);
  const answer = async (given: 'again' | 'end') => {
    answers.shift()?.(given);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { window, webContents, ask, load, end, log, ring, fail, answer };
}

describe('the window comes', () => {
  test('once its page is drawn, and not a second time by the clock', () => {
    const { window, webContents, ring, load, ask } = hiddenWindow();
    expect(load).toHaveBeenCalledOnce();
    expect(window.show).not.toHaveBeenCalled();
    window.emit('ready-to-show');
    webContents.emit('did-finish-load');
    ring(60_000);
    expect(window.show).toHaveBeenCalledOnce();
    expect(ask).not.toHaveBeenCalled();
  });

  test.each([true, false])('all the same where nobody tells that it is drawn (loaded: %s)', (loaded) => {
    const { window, webContents, ring, ask } = hiddenWindow();
    if (loaded) webContents.emit('did-finish-load');
    ring(15_000);
    expect(window.show).toHaveBeenCalledOnce();
    expect(ask).not.toHaveBeenCalled();
    if (loaded) ring(60_000);
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('where the page does not come', () => {
  test.each([
    ['it cannot be loaded', ({ fail }: ReturnType<typeof hiddenWindow>) => fail()],
    ['the preload is broken', ({ webContents }: ReturnType<typeof hiddenWindow>) => webContents.emit('preload-error', {}, 'index.cjs', new Error('broken'))],
    ['nothing comes at all', ({ ring }: ReturnType<typeof hiddenWindow>) => ring(60_000)],
  ])('the person is asked, with the number in the log: %s', async (_how, happen) => {
    const hidden = hiddenWindow();
    happen(hidden);
    expect(hidden.ask).toHaveBeenCalledWith('REF00001');
    await hidden.answer('again');
    expect(hidden.load).toHaveBeenCalledTimes(2);
    hidden.window.emit('ready-to-show');
    expect(hidden.window.show).toHaveBeenCalledOnce();
    expect(hidden.end).not.toHaveBeenCalled();
  });

  test('and again after each try, until they end the program', async () => {
    const { fail, answer, ask, end, load } = hiddenWindow();
    fail();
    await answer('again');
    fail();
    await answer('again');
    fail();
    await answer('end');
    expect([ask.mock.calls.length, load.mock.calls.length, end.mock.calls.length]).toEqual([3, 3, 1]);
  });

  test('only one question stands open, however many things fail', () => {
    const { fail, ring, ask, log } = hiddenWindow();
    fail();
    fail(-105);
    ring(60_000);
    expect(ask).toHaveBeenCalledOnce();
    expect(log.error).toHaveBeenCalledTimes(2);
  });

  test('a frame, or a load that another one replaced, is no failure of the page', () => {
    const { fail, ask } = hiddenWindow();
    fail(-6, false);
    fail(-3);
    expect(ask).not.toHaveBeenCalled();
  });

  test('an answer that comes after the window has gone starts nothing', async () => {
    const { window, fail, answer, load } = hiddenWindow();
    fail();
    window.destroyed = true;
    await answer('again');
    expect(load).toHaveBeenCalledOnce();
  });
});
