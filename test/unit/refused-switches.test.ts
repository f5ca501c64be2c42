import { expect, test } from 'vitest';
import { refusedSwitches } from '../../main/window/refused-switches.ts';

const startedWith = (...switches: readonly string[]) => refusedSwitches({ hasSwitch: (name) => switches.includes(name) });

test.each(['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'inspect-wait', 'js-flags', 'renderer-cmd-prefix', 'load-extension'])(
  '--%s, by which others could look in or run their own, is found',
  (name) => expect(startedWith('lang', name)).toEqual([`--${name}`]),
);

test('what people need is not: language, scale, sandbox, data folder, display', () =>
  expect(startedWith('lang', 'force-device-scale-factor', 'no-sandbox', 'user-data-dir', 'ozone-platform', 'disable-gpu', 'proxy-server')).toEqual([]));
