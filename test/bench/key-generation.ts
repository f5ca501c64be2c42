import forge from 'node-forge';
import { generateKey } from '../../main/certificate/key.ts';
import type { Comparison } from './table.ts';

const runs = 10;

/** RSA-2048 as Kaitsu makes it, against node-forge's own arithmetic. */
export async function compareKeyGeneration(): Promise<Comparison> {
  const ours: number[] = [];
  const other: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    ours.push(await timed(() => generateKey(2048)));
    other.push(await timed(async () => makeKeyByForge()));
  }
  return { what: 'Making an RSA-2048 key', ours: { name: 'node:crypto', milliseconds: ours }, other: { name: 'node-forge', milliseconds: other } };
}

/** Left to itself, forge would ask node:crypto; its types do not know the switch. */
function makeKeyByForge(): forge.pki.rsa.KeyPair {
  const options: unknown = Reflect.get(forge, 'options');
  if (typeof options !== 'object' || options === null) throw new Error('forge has no options any more');
  Reflect.set(options, 'usePureJavaScript', true);
  try {
    return forge.pki.rsa.generateKeyPair({ bits: 2048 });
  } finally {
    Reflect.set(options, 'usePureJavaScript', false);
  }
}

/** @returns milliseconds */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
