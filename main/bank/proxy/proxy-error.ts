import type { ProblemCode } from '../../../preload/contract/problem-numbers.ts';
import { type CompanyProxy, placeOf } from './ways.ts';

/** Who asks which proxy for the way to which server. */
export type Route = { readonly proxy: CompanyProxy; readonly destination: { readonly host: string; readonly port: number } };

/** What a proxy did in place of letting the connection through. The names are codes of errors, as node:net's are. */
const problems = {
  /** It is not there: name unknown, refused, no answer, or what answers is no proxy. */
  KAITSU_PROXY_UNREACHABLE: 'proxy-unreachable',
  /** It forbids the way to this server. */
  KAITSU_PROXY_REFUSED: 'proxy-refused',
  /** It asks for a name and password, and there are none for it. */
  KAITSU_PROXY_ASKS: 'proxy-credentials-wanted',
  /** It did not accept the name and password that are kept for it. */
  KAITSU_PROXY_DENIED: 'proxy-credentials-refused',
  /** It accepts only a sign-in that Kaitsu cannot do (Negotiate, NTLM). */
  KAITSU_PROXY_SIGN_IN_UNKNOWN: 'proxy-sign-in-unsupported',
  /** It let the connection through and answers in the bank's place, with a certificate of its own. */
  KAITSU_CONNECTION_INSPECTED: 'connection-inspected',
} as const satisfies Readonly<Record<string, ProblemCode>>;

type ProxyErrorCode = keyof typeof problems;

/** @param said what the proxy itself said, in a few words without any secret: "407 negotiate ntlm" */
export function proxyError(code: ProxyErrorCode, { proxy, destination }: Route, said: string, cause?: unknown): Error {
  const remark = `${placeOf(proxy)} (${said}) → ${placeOf(destination)}`;
  return Object.assign(new Error('the proxy did not let the connection through', { cause }), { code, proxy: remark });
}

/** @param signer who signed the certificate that stands in for the bank's */
export function inspectedError(signer: string, destination: Route['destination'], cause: unknown): Error {
  const code: ProxyErrorCode = 'KAITSU_CONNECTION_INSPECTED';
  return Object.assign(new Error("somebody else's certificate stands in for the bank's", { cause }), { code, proxy: `${signer} → ${placeOf(destination)}` });
}

/** @returns the problem that an error of a proxy is; null for an error of another kind */
export function proxyProblemOf(code: string): (typeof problems)[ProxyErrorCode] | null {
  return isProxyCode(code) ? problems[code] : null;
}

const isProxyCode = (code: string): code is ProxyErrorCode => Object.hasOwn(problems, code);

/** @returns which proxy it was, what it said and where the way was to lead, for those who run it; null for an error of another kind */
export function saidByProxy(error: unknown): string | null {
  return error instanceof Error && 'proxy' in error && typeof error.proxy === 'string' ? error.proxy : null;
}
