import type { Keytar, LoadKeytar } from './keytar-port.ts';

const functions = ['getPassword', 'setPassword', 'deletePassword'];

function isKeytar(value: unknown): value is Keytar {
  return typeof value === 'object' && value !== null && functions.every((name) => typeof Reflect.get(value, name) === 'function');
}

/** keytar is CommonJS: depending on who loads it, it stands under default or is the module itself. */
export const loadKeytar: LoadKeytar = async () => {
  const module: unknown = await import('keytar');
  if (isKeytar(module)) return module;
  const inner: unknown = typeof module === 'object' && module !== null ? Reflect.get(module, 'default') : null;
  if (isKeytar(inner)) return inner;
  throw new Error('keytar lacks its functions');
};
