import type { Keytar, LoadKeytar } from '../keychain/keytar-port.ts';

/** The keychain of a scenario: its secrets are gone with the program, and the person's own keychain is not touched. */
export function memoryKeychain(): LoadKeytar {
  const kept = new Map<string, string>();
  const name = (service: string, account: string) => JSON.stringify([service, account]);
  const keytar: Keytar = {
    getPassword: async (service, account) => kept.get(name(service, account)) ?? null,
    setPassword: async (service, account, secret) => void kept.set(name(service, account), secret),
    deletePassword: async (service, account) => kept.delete(name(service, account)),
  };
  return async () => keytar;
}
