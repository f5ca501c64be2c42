import { randomUUID } from 'node:crypto';
import type { SituationCode } from '../../preload/contract/situations.ts';
import type { ClientIdentity, HttpRequest, SendHttp } from '../bank/http.ts';
import type { ProgramPorts } from '../program-ports.ts';
import { bodyLimit, idempotencyHeader, paths } from '../protocol/protocol.ts';
import type { Situation } from './situation.ts';
import { withStandIn } from './stand-in-client.ts';

/** The line to the bank, for the practice only: what is spoilt here is refused by the bank, or by TLS, for real. */

type OpenHttpClient = ProgramPorts['openHttpClient'];

/** @returns opens clients whose profile is damaged, whose certificate is lost or damaged, or whose requests are changed on the way */
export function spoiltLine(open: OpenHttpClient, situation: Situation): OpenHttpClient {
  return (settings) => {
    const { identity, ...bare } = settings;
    const usual = open(identity === undefined ? bare : { ...bare, identity: damagedIdentity(identity, situation) });
    const trusting = withStandIn(
      usual,
      () => situation() === 'bank-profile-invalid',
      () => open({ ...settings, authority: withoutLastLine(settings.authority) }),
    );
    const shown =
      identity === undefined
        ? trusting
        : withStandIn(
            trusting,
            ({ path }) => isWithoutCertificate(path, situation),
            () => open(bare),
          );
    return { send: corruptRequests(shown.send, situation), close: shown.close };
  };
}

/** The authorities of a bank profile in which a line was lost. */
function withoutLastLine(authority: string): string {
  return authority.replace(/-----END CERTIFICATE-----/gu, '');
}

/** Bundles of which half is missing: TLS cannot read them. */
function damagedIdentity(identity: ClientIdentity, situation: Situation): ClientIdentity {
  if (situation() !== 'certificate-file-unreadable') return identity;
  return { ...identity, pfx: identity.pfx.subarray(0, identity.pfx.length / 2) };
}

/** Whether the certificate stays away: from every request, or from what follows the logon. */
function isWithoutCertificate(path: string, situation: Situation): boolean {
  const code = situation();
  return code === 'certificate-not-offered' || (code === 'certificate-required' && !path.startsWith(paths.logon));
}

/** Sends what a device in between might have made of the request; only what changes something at the bank. */
export function corruptRequests(send: SendHttp, situation: Situation): SendHttp {
  return async (request) => {
    const code = request.method === 'GET' ? null : situation();
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
