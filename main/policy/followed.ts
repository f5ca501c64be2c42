import { failure } from '../../preload/contract/problem.ts';
import type { WayParts } from '../bank/proxy/ways.ts';
import type { CertificateStore } from '../certificate/stores/store.ts';
import type { CertificateRetriever } from '../procedure/ports.ts';
import type { Policy } from './read-policy.ts';

/** What the program does differently because a policy says so. Without a policy everything is as it was. */

const proxyVariables = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'];

/**
 * The ways to the bank as prescribed. The person's own environment counts no more then, neither for a proxy nor against one.
 * @param parts as the system has them
 */
export function prescribedWays({ prescribed: { proxy } }: Policy, parts: WayParts): WayParts {
  if (proxy === null) return parts;
  const environment = Object.fromEntries(Object.entries(parts.environment).filter(([name]) => !proxyVariables.includes(name.toLowerCase())));
  if (proxy.value === 'system') return { ...parts, environment };
  const answer = proxy.value === null || proxy.value === 'none' ? 'DIRECT' : pacAnswer(new URL(proxy.value));
  return { environment, resolveProxy: async () => answer };
}

/** As a PAC script would say it. A port that is the scheme's own is not kept by URL. */
function pacAnswer({ protocol, hostname, port }: URL): string {
  return protocol === 'https:' ? `HTTPS ${hostname}:${port || '443'}` : `PROXY ${hostname}:${port || '80'}`;
}

/** @returns whether a certificate may be installed into this store */
export function mayInstall({ prescribed: { certificateStores } }: Policy, { kind }: Pick<CertificateStore, 'kind'>): boolean {
  return certificateStores === null || certificateStores.value.some((allowed) => allowed === kind);
}

/** Where no certificate may be installed, none is asked for: the bank would have given it for nothing. */
export function withoutInstalling(certificate: CertificateRetriever): CertificateRetriever {
  const refuse = async () => failure('prescribed-by-policy');
  return { ...certificate, prepare: () => undefined, retrieve: refuse, renew: refuse };
}
