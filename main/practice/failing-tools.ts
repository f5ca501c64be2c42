import type { SituationCode } from '../../preload/contract/situations.ts';
import type { Run } from '../certificate/stores/run.ts';
import type { KeychainProbe } from '../keychain/keychain-probe.ts';
import type { Keytar, LoadKeytar } from '../keychain/keytar-port.ts';
import type { Situation } from './situation.ts';

/** A keychain and a certificate store that fail, for the practice only. */

/** The words by which Secret Service and macOS say what is wrong with a keychain. */
const keychainWords = new Map<SituationCode | null, string>([
  ['keychain-missing', 'Could not connect: Connection refused'],
  ['keychain-locked', 'Cannot get secret of a locked object'],
  ['keychain-refused', 'Access to the item was denied'],
]);

/** A keychain that fails as keytar does. */
export function failingKeytar(load: LoadKeytar, situation: Situation): LoadKeytar {
  const check = async () => {
    const words = keychainWords.get(situation());
    if (words !== undefined) throw new Error(words);
  };
  return async () => {
    const keytar = await load();
    const checked: Keytar = {
      getPassword: (...words) => check().then(() => keytar.getPassword(...words)),
      setPassword: (...words) => check().then(() => keytar.setPassword(...words)),
      deletePassword: (...words) => check().then(() => keytar.deletePassword(...words)),
    };
    return checked;
  };
}

/** What fails for practice is told by its words alone: a look at the real keychain would find another problem, or none. */
export function failingProbe(probe: KeychainProbe, situation: Situation): KeychainProbe {
  return async (byWords) => (keychainWords.has(situation()) ? null : probe(byWords));
}

/** The store's tools, as they are on a PC without them, with a store that refuses, or with an empty one. */
export function failingTools(run: Run, situation: Situation): Run {
  return async (command, args, options) => {
    switch (situation()) {
      case 'certificate-store-missing':
        return { kind: 'missing' };
      case 'certificate-store-refused':
        return { kind: 'ended', code: 1, stdout: '', stderr: '' };
      case 'certificate-absent-on-pc':
        return { kind: 'ended', code: 0, stdout: '', stderr: '' };
      default:
        return run(command, args, options);
    }
  };
}
