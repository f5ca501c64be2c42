import { expect, test } from 'vitest';
import { type Machine, sandboxObstacle } from '../../tools/shell/sandbox.mjs';

const binary = '/opt/kaitsu/electron/dist/electron';
const helper = '/opt/kaitsu/electron/dist/chrome-sandbox';
const restricted = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';

/** A normal user's Linux where nothing forbids a user namespace. */
const plain: Machine = { platform: 'linux', userId: 1000, read: () => null, stat: () => ({ uid: 1000, mode: 0o100755 }), run: () => 0 };
const kernelSays =
  (path: string, value: string): Machine['read'] =>
  (asked) =>
    asked === path ? value : null;

test.each<[string, Machine]>([
  ['Debian, where users make namespaces', plain],
  ['Ubuntu 24.04 with the helper set up', { ...plain, run: () => 1, read: kernelSays(restricted, '1'), stat: () => ({ uid: 0, mode: 0o104755 }) }],
  ['Ubuntu 24.04 where an AppArmor profile lets this program', { ...plain, read: kernelSays(restricted, '1') }],
  ['root, who runs without a sandbox', { ...plain, userId: 0, run: () => 1 }],
  ['macOS', { ...plain, platform: 'darwin', run: () => null }],
  ['Windows', { ...plain, platform: 'win32', userId: null, stat: () => null, run: () => null }],
  ['a Linux without the tool unshare, whose kernel forbids nothing', { ...plain, run: () => null }],
])('Electron starts on %s', (_where, machine) => expect(sandboxObstacle(binary, machine)).toBeNull());

test.each<[string, Machine, string]>([
  ['Ubuntu 24.04', { ...plain, run: () => 1, read: kernelSays(restricted, '1') }, restricted],
  ['Ubuntu 24.04 without the tool unshare', { ...plain, run: () => null, read: kernelSays(restricted, '1') }, restricted],
  ['an older Debian', { ...plain, run: () => 1, read: kernelSays('/proc/sys/kernel/unprivileged_userns_clone', '0') }, 'unprivileged_userns_clone'],
  ['a hardened kernel', { ...plain, run: () => 1, read: kernelSays('/proc/sys/user/max_user_namespaces', '0') }, 'max_user_namespaces'],
  ['a system that does not say why', { ...plain, run: () => 1 }, helper],
  ['a helper of root without its bit', { ...plain, run: () => 1, stat: () => ({ uid: 0, mode: 0o100755 }) }, helper],
  ['a helper that is not there', { ...plain, run: () => 1, stat: () => null }, helper],
])('on %s it would abort: the person is told what to type', (_where, machine, named) => {
  const told = sandboxObstacle(binary, machine);
  expect(told).toContain(named);
  expect(told).toContain(`sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`);
});
