import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readContractorId } from '../../../preload/contract/identities.ts';
import type { Outcome } from '../../../preload/contract/problem.ts';
import { paths } from '../../protocol/protocol.ts';
import type { BankParts } from '../bank-parts.ts';
import { makeCertsOnly } from '../certificates/certificate-maker.ts';
import { peerCertificate, recogniseCertificate } from '../certificates/client-certificate.ts';
import { type EnrolmentAnswer, type EnrolmentCredentials, enrol, reenrol } from '../certificates/enrolment.ts';
import { problemAnswer, sendAnswer } from './answers.ts';
import { headerOf } from './web-server.ts';

/** @returns the credentials of HTTP Basic (RFC 7617), or null */
function basicCredentials(request: FastifyRequest): EnrolmentCredentials | null {
  const encoded = /^Basic +([A-Za-z0-9+/]{1,2000}={0,2})$/iu.exec(headerOf(request, 'authorization') ?? '')?.[1];
  if (encoded === undefined) return null;
  const [name = '', secret] = Buffer.from(encoded, 'base64').toString('utf8').split(/:(.*)/su);
  const contractorId = readContractorId(name);
  return contractorId === null || secret === undefined ? null : { contractorId, secret };
}

function sendPkcs7(reply: FastifyReply, type: string, certificates: readonly string[]): FastifyReply {
  return reply.header('content-type', type).header('content-transfer-encoding', 'base64').send(makeCertsOnly(certificates));
}

function sendEnrolment(reply: FastifyReply, outcome: Outcome<EnrolmentAnswer>): FastifyReply {
  if (!outcome.ok) {
    // RFC 7030 section 3.2.3: the client shows its credentials only when it is asked for them.
    if (outcome.problem.code === 'enrolment-refused') reply.header('www-authenticate', 'Basic realm="enrolment", charset="UTF-8"');
    return sendAnswer(reply, problemAnswer(outcome.problem));
  }
  if ('retryAfter' in outcome.value) return reply.code(202).header('retry-after', String(outcome.value.retryAfter)).send();
  // RFC 7030 section 4.2.3: only the certificate that was issued; the chain comes from cacerts.
  return sendPkcs7(reply, 'application/pkcs7-mime; smime-type=certs-only', [outcome.value.certificate]);
}

/** RFC 7030 section 4.5.2, in base64 as RFC 8951 section 3.2.2 has it. */
export function sendCsrAttributes(reply: FastifyReply, attributes: Buffer): FastifyReply {
  return reply.header('content-type', 'application/csrattrs').header('content-transfer-encoding', 'base64').send(attributes.toString('base64'));
}

const bodyText = (request: FastifyRequest): string => (typeof request.body === 'string' ? request.body : '');

/** Enrolment over secure transport (RFC 7030). */
export function addEstRoutes(server: FastifyInstance, parts: BankParts): void {
  // In a scope of their own: these take PKCS#10 and nothing else.
  server.register(async (est) => {
    est.removeAllContentTypeParsers();
    est.addContentTypeParser('application/pkcs10', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    const { root, issuing } = parts.authority;
    est.get(paths.caCertificates, (_request, reply) => sendPkcs7(reply, 'application/pkcs7-mime', [issuing.certificate, root.certificate]));
    // This bank wants nothing that is not in every request.
    est.get(paths.csrAttributes, (_request, reply) => reply.code(204).send());
    est.post(paths.simpleEnroll, (request, reply) => sendEnrolment(reply, enrol(parts, basicCredentials(request), bodyText(request))));
    est.post(paths.simpleReenroll, (request, reply) => {
      const current = recogniseCertificate(parts, peerCertificate(request.raw.socket));
      return sendEnrolment(reply, current.ok ? reenrol(parts, current.value, bodyText(request)) : current);
    });
  });
}
