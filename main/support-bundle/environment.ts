import { arch, version as osVersion, release } from 'node:os';
import type { BundleEnvironment, WindowFacts } from '../../preload/contract/bundle.ts';
import type { Preflight } from '../../preload/contract/preflight.ts';
import type { PreflightCheck } from '../../preload/contract/preflight-findings.ts';
import type { Outcome } from '../../preload/contract/problem.ts';
import type { BankAddress } from '../bank/connection.ts';
import { findWays, type WayParts } from '../bank/proxy/ways.ts';
import { osFamilyOf } from '../event-record/begin-record.ts';
import type { HeldCertificate } from '../procedure/ports.ts';

/** What this PC and this program are, without whose they are. */

export type EnvironmentParts = {
  readonly version: string;
  readonly platform: NodeJS.Platform;
  readonly locale: string;
  /** How the bank is reached; null while no place is open. */
  readonly bank: { readonly locate: () => Promise<Outcome<BankAddress>>; readonly ways: WayParts } | null;
  /** The certificate of this place; null while none is open. */
  readonly findCertificate: ((signal: AbortSignal) => Promise<Outcome<HeldCertificate | null>>) | null;
};

type Known = { readonly preflight: Preflight | null; readonly clockAheadSeconds: number | null; readonly window: WindowFacts | null };

/** @param known what was found out already */
export async function environmentOf(parts: EnvironmentParts, { preflight, clockAheadSeconds, window }: Known): Promise<BundleEnvironment> {
  const { node = '', electron = null, chrome = null, openssl = null } = process.versions;
  const found = (check: PreflightCheck) => preflight?.results.find((one) => one.check === check)?.finding ?? null;
  return {
    program: parts.version,
    os: { family: osFamilyOf(parts.platform), name: osVersion().slice(0, 200), release: release().slice(0, 100), architecture: arch() },
    versions: { node, electron, chrome, openssl },
    locale: parts.locale.slice(0, 100),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone.slice(0, 100),
    proxy: await proxyKind(parts.bank),
    clockAheadSeconds,
    keychain: found('keychain'),
    certificateStore: found('certificateStore'),
    certificates: await certificatesOf(parts.findCertificate),
    window,
  };
}

/** Whose proxy it is stays here. */
async function proxyKind(bank: EnvironmentParts['bank']): Promise<BundleEnvironment['proxy']> {
  const located = await bank?.locate();
  if (bank === null || located?.ok !== true) return null;
  const { hostname, port } = new URL(located.value.baseUrl);
  const [way] = await findWays({ host: hostname.replace(/^\[|\]$/gu, ''), port: Number(port) || 443 }, bank.ways);
  return way?.kind ?? null;
}

/** In milliseconds. */
const lookLimit = 10_000;

async function certificatesOf(find: EnvironmentParts['findCertificate']): Promise<BundleEnvironment['certificates']> {
  const found = await find?.(AbortSignal.timeout(lookLimit));
  if (found?.ok !== true) return null;
  if (found.value === null) return [];
  const { subject, issuer, serial, notBefore, notAfter, store } = found.value.certificate;
  return [{ subject, issuer, serial, notBefore, notAfter, store }];
}
