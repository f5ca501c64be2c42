import forge from 'node-forge';
import { generateKey } from '../../main/certificate/key.ts';
import { type Comparison, inTurns, timed } from './table.ts';

const runs = 10;

/** RSA-2048 as Kaitsu makes it, against node-forge's own arithmetic. */
export async function compareKeyGeneration(): Promise<Comparison> {
  const [ours, other] = await inTurns(
    runs,
    () => timed(() => generateKey(2048)),
    () => timed(async () => makeKeyByForge()),
  );
  return { what: 'Making an RSA-2048 key', unit: 'ms', ours: { name: 'node:crypto', values: ours }, other: { name: 'node-forge', values: other } };
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
