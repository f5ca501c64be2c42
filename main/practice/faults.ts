import { randomUUID } from 'node:crypto';
import type { SituationCode } from '../../preload/contract/situations.ts';
import type { ClientIdentity, HttpRequest, SendHttp } from '../bank/http.ts';
import type { Run } from '../certificate/stores/run.ts';
import type { PcIdentity } from '../diagnosis/designated-pc.ts';
import type { HeldCertificate } from '../diagnosis/diagnosing-bank.ts';
import type { Keytar, LoadKeytar } from '../keychain/keytar-port.ts';
import { bodyLimit, idempotencyHeader, paths } from '../protocol/protocol.ts';

/**
 * Faults on the way and on this PC, for the practice only: where the bank is a real one, `fault` always
 * says null, and everything passes as it is. What is spoilt here is refused by whoever receives it.
 */
export type Fault = () => SituationCode | null;

/** Sends what a device in between might have made of the request; only what changes something at the bank. */
export function corruptRequests(send: SendHttp, fault: Fault): SendHttp {
  return async (request) => {
    const code = request.method === 'GET' ? null : fault();
    if (code === 'idempotency-key-reused') {
      // Somebody used the key before, for something else.
      await send({ ...request, body: '{}' });
      return send(request);
    }
    return send(code === null ? request : spoil(request, code));
  };
}

function spoil(request: HttpRequest, code: SituationCode): HttpRequest {
  const { headers = {} } = request;
  const body = Buffer.from(request.body ?? '').toString('utf8');
  switch (code) {
    case 'request-malformed':
      return { ...request, body: body.slice(0, -1) };
    case 'content-too-large':
      return { ...request, body: body.padEnd(bodyLimit + 1, ' ') };
    case 'content-type-unsupported':
      return { ...request, headers: { ...headers, 'content-type': 'text/plain' } };
    case 'idempotency-key-missing':
      return { ...request, headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== idempotencyHeader)) };
    case 'not-found':
      return { ...request, path: `/proxy/${randomUUID()}` };
    case 'method-not-allowed':
      return { ...request, method: request.method === 'POST' ? 'PUT' : 'POST' };
    default:
      return request;
  }
}

/** Bundles of which half is missing: TLS cannot read them. */
export function damagedIdentity(identity: ClientIdentity, fault: Fault): ClientIdentity {
  if (fault() !== 'certificate-file-unreadable') return identity;
  return { ...identity, pfx: identity.pfx.subarray(0, identity.pfx.length / 2) };
}

/** The authorities of a bank profile in which a line was lost. */
export function damagedAuthority(authority: string, fault: Fault): string {
  return fault() === 'bank-profile-invalid' ? authority.replace(/-----END CERTIFICATE-----/gu, '') : authority;
}

/**
 * Whether the certificate comes with the request: never, or not with what follows the logon.
 * @param path of the request
 */
export function withoutCertificate(path: string, fault: Fault): boolean {
  const code = fault();
  return code === 'certificate-not-offered' || (code === 'certificate-required' && !path.startsWith(paths.logon));
}

/** The rule of a bank after whose days of grace a certificate has to be revoked first. */
export function otherGrace<P extends { readonly afterGrace: string }>(profile: P, fault: Fault): P | (P & { readonly afterGrace: 'revokeFirst' }) {
  return fault() === 'certificate-expired-revoke-first' ? { ...profile, afterGrace: 'revokeFirst' } : profile;
}

/** What this PC holds, with the certificate of another contract beside: one of two was chosen. */
export function withOtherContract(held: readonly HeldCertificate[], fault: Fault): readonly HeldCertificate[] {
  return fault() === 'certificate-wrong-chosen' ? [...held, { contractorId: '90000000000', notAfter: new Date(0) }] : held;
}

/** The words by which Secret Service and macOS say what is wrong with a keychain. */
const keychainWords = new Map<SituationCode | null, string>([
  ['keychain-missing', 'Could not connect: Connection refused'],
  ['keychain-locked', 'Cannot get secret of a locked object'],
  ['keychain-refused', 'Access to the item was denied'],
]);

/** A keychain that fails as keytar does. */
export function failingKeytar(load: LoadKeytar, fault: Fault): LoadKeytar {
  const check = async () => {
    const words = keychainWords.get(fault());
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

/** The store's tools, as they are on a PC without them, with a store that refuses, or with an empty one. */
export function failingTools(run: Run, fault: Fault): Run {
  return async (command, args, options) => {
    const code = fault();
    if (code === 'certificate-store-missing') return { kind: 'missing' };
    if (code === 'certificate-store-refused') return { kind: 'ended', code: 1, stdout: '', stderr: '' };
    if (code === 'certificate-absent-on-pc') return { kind: 'ended', code: 0, stdout: '', stderr: '' };
    return run(command, args, options);
  };
}

/** The PC as another of its users finds it. */
export function otherUser(pc: () => PcIdentity, fault: Fault): () => PcIdentity {
  return () => (fault() === 'other-os-user' ? { ...pc(), user: 'somebody else' } : pc());
}

/** The environment as a remote desktop makes it. */
export function remoteEnvironment(environment: Readonly<Record<string, string | undefined>>, fault: Fault): Readonly<Record<string, string | undefined>> {
  return fault() === 'remote-session' ? { ...environment, SESSIONNAME: 'RDP-Tcp#0' } : environment;
}
