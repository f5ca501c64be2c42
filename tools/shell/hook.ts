import Module from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { covered } from './electron/covered.ts';
import { readDescription } from './electron/description.ts';
import { installParentPort } from './electron/parent-port.ts';
import { utilityMark } from './electron/utility-process.ts';

/** Preloaded with `node -r`: a module that requires `electron` gets the stand-in. */
type Load = (request: string, parent: unknown, isMain: boolean) => unknown;

const inUtilityProcess = process.env[utilityMark] === '1';
const load: Load = Reflect.get(Module, '_load');
let standIn: unknown = null;

Reflect.set(Module, '_load', (request: string, parent: unknown, isMain: boolean) => {
  if (request !== 'electron') return Reflect.apply(load, Module, [request, parent, isMain]);
  standIn ??= inUtilityProcess ? covered('electron (in a utility process)', {}) : require(join(__dirname, 'electron.cjs')).electron;
  return standIn;
});

if (inUtilityProcess) {
  delete process.env[utilityMark];
  installParentPort();
} else {
  Object.defineProperty(process, 'type', { value: 'browser', enumerable: true });
  // As Electron does before it loads main.
  const { v8Flags } = readDescription();
  if (v8Flags !== null) setFlagsFromString(v8Flags);
}
