import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { askBeforeClosing, watchLeaving } from '../../main/window/closing.ts';

/** A window over which something may be typed, in an app that quits as Electron does: every window is asked first. */
function openedWindow(typing: boolean) {
  const [app, power, window] = [new EventEmitter(), new EventEmitter(), new EventEmitter()];
  const answers: ((answer: 'close' | 'stay') => void)[] = [];
  const state = { typing, open: true, ended: false };
  const destroy = vi.fn(() => {
    state.open = false;
  });
  const close = (): boolean => {
    if (!state.open) return true;
    const event = { prevented: false, preventDefault: () => (event.prevented = true) };
    window.emit('close', event);
    if (!event.prevented) destroy();
    return !event.prevented;
  };
  const quit = vi.fn(() => {
    app.emit('before-quit', {});
    state.ended = close();
  });
  const leaving = watchLeaving(app as never, power as never);
  const shown = Object.assign(window, { destroy, isDestroyed: () => !state.open }) as unknown as Electron.BrowserWindow;
  leaving.listenTo(shown);
  askBeforeClosing(shown, { app: { quit }, leaving, entryUnderWay: () => state.typing, ask: () => new Promise((resolve) => answers.push(resolve)) });
  const answer = async (said: 'close' | 'stay') => {
    answers.at(-1)?.(said);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { power, window, state, close, quit, answers, answer };
}

test('a window in which nothing is typed closes without a question', () => {
  const { close, state, answers } = openedWindow(false);
  expect(close()).toBe(true);
  expect([state.open, answers.length]).toEqual([false, 0]);
});

test('over something that is being typed the person is asked, once, however often the window is closed', async () => {
  const { close, state, answers, answer } = openedWindow(true);
  expect([close(), close(), close()]).toEqual([false, false, false]);
  expect([state.open, answers.length]).toEqual([true, 1]);
  await answer('close');
  expect(state.open).toBe(false);
});

test('who goes back to the entry keeps the window, and is asked again the next time', async () => {
  const { close, state, answers, answer } = openedWindow(true);
  close();
  await answer('stay');
  expect(state.open).toBe(true);
  close();
  expect(answers).toHaveLength(2);
  state.typing = false;
  await answer('stay');
  expect(close()).toBe(true);
});

test('quitting goes on after the question, and no window that is closed later quits on its own', async () => {
  const { quit, close, state, answer } = openedWindow(true);
  quit();
  expect(state).toMatchObject({ open: true, ended: false });
  await answer('stay');
  close();
  await answer('close');
  expect(quit).toHaveBeenCalledTimes(1);

  const other = openedWindow(true);
  other.quit();
  await other.answer('close');
  expect(other.quit).toHaveBeenCalledTimes(2);
  expect(other.state).toMatchObject({ open: false, ended: true });
});

test.each([
  ['macOS and Linux say that they shut down', ({ power }: ReturnType<typeof openedWindow>) => power.emit('shutdown')],
  ['Windows asks whether the session may end', ({ window }: ReturnType<typeof openedWindow>) => window.emit('query-session-end')],
  ['Windows ends the session', ({ window }: ReturnType<typeof openedWindow>) => window.emit('session-end')],
])('nothing is asked and nothing held up when %s', (_what, tell) => {
  const opened = openedWindow(true);
  tell(opened);
  expect(opened.close()).toBe(true);
  expect(opened.answers).toEqual([]);
});
