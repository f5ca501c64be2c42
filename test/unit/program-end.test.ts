import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { endInOrder } from '../../main/window/ending.ts';

function runningApp(finish: () => Promise<unknown>) {
  const alarms: (() => void)[] = [];
  const order: string[] = [];
  const app = Object.assign(new EventEmitter(), {
    quit: vi.fn(() => {
      const event = { prevented: false, preventDefault: () => (event.prevented = true) };
      app.emit('will-quit', event);
      order.push(event.prevented ? 'held back' : 'ended');
    }),
  });
  const after = (_wait: number, run: () => void) => {
    alarms.push(run);
    return () => undefined;
  };
  const ending = endInOrder(app as unknown as Electron.App, { finish, tell: async () => order.push('told') }, () => order.push('restart'), { after });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { app, ending, order, alarms, settle };
}

test('the end waits until the services have finished', async () => {
  let finished: () => void = () => undefined;
  const { app, ending, order, settle } = runningApp(() => new Promise<void>((resolve) => (finished = resolve)));
  expect(ending.leaving()).toBe(false);
  app.quit();
  expect(ending.leaving()).toBe(true);
  await settle();
  expect(order).toEqual(['held back']);
  finished();
  await settle();
  expect(order).toEqual(['held back', 'told', 'ended']);
});

test.each([
  ['never finish', () => new Promise<never>(() => undefined), ([alarm]: readonly (() => void)[]) => alarm?.()],
  ['break', () => Promise.reject(new Error('broken')), () => undefined],
])('the end comes all the same where the services %s', async (_how, finish, pass) => {
  const { app, order, alarms, settle } = runningApp(finish);
  app.quit();
  pass(alarms);
  await settle();
  expect(order).toEqual(['held back', 'told', 'ended']);
});

test('who starts the program while it ends gets it again right after the end', async () => {
  let finished: () => void = () => undefined;
  const { app, ending, order, settle } = runningApp(() => new Promise<void>((resolve) => (finished = resolve)));
  app.quit();
  ending.startAgain();
  ending.startAgain();
  app.quit();
  finished();
  await settle();
  expect(order).toEqual(['held back', 'held back', 'told', 'restart', 'ended']);
});
