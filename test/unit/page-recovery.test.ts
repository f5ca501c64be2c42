import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { recoverPage } from '../../main/window/page-recovery.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => 'REF00001' };

function brokenWindow() {
  const alarms: { readonly wait: number; readonly run: () => void }[] = [];
  const contents = Object.assign(new EventEmitter(), {
    reloads: 0,
    destroyed: false,
    isDestroyed: () => contents.destroyed,
    reload: () => void contents.reloads++,
  });
  const after = (wait: number, run: () => void) => {
    alarms.push({ wait, run });
    return () => undefined;
  };
  recoverPage(contents as unknown as Electron.WebContents, { after }, log);
  const crash = (reason = 'crashed') => contents.emit('render-process-gone', {}, { reason, exitCode: 1 });
  return { contents, alarms, crash };
}

test('a page that crashed is loaded again, but not within the event', () => {
  const { contents, alarms, crash } = brokenWindow();
  crash();
  expect(contents.reloads).toBe(0);
  alarms[0]?.run();
  expect(contents.reloads).toBe(1);
});

test('a page that crashes again and again is loaded ever more rarely, but never given up', () => {
  const { alarms, crash } = brokenWindow();
  for (let times = 0; times < 8; times += 1) crash();
  const waits = alarms.map((alarm) => alarm.wait);
  expect(waits).toEqual([100, 400, 1_600, 6_400, 25_600, 30_000, 30_000, 30_000]);
});

test('a page that was closed, or whose window is gone meanwhile, is left alone', () => {
  const { contents, alarms, crash } = brokenWindow();
  crash('clean-exit');
  expect(alarms).toEqual([]);
  crash();
  contents.destroyed = true;
  alarms[0]?.run();
  expect(contents.reloads).toBe(0);
});
