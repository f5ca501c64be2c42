import { z } from 'zod';
import { listOperations, type NamedOperation, type Operation } from '../../main/protocol/operations.ts';
import { bodyLimit, idempotencyHeader, longestSecret, problemDetailsSchema } from '../../main/protocol/protocol.ts';

/** A schema by reference where it has a name, else in full. */
function refer(schema: z.ZodType): unknown {
  const id = schema.meta()?.id;
  if (id !== undefined) return { $ref: `#/components/schemas/${id}` };
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}

function content({ mediaType, schema }: NonNullable<Operation['request']>): object {
  return { content: { [mediaType]: { schema: schema === undefined ? { type: 'string' } : refer(schema) } } };
}

const securities = {
  none: [],
  session: [{ session: [] }],
  certificate: [{ certificate: [] }],
  administrator: [{ certificate: [], session: [] }],
  enrolment: [{ enrolment: [] }],
} as const;
const problemReference = { $ref: '#/components/responses/Problem' };

function describeOperation(operation: NamedOperation): unknown {
  const queryOf = (schemas: Operation['query'], required: boolean) =>
    Object.entries(schemas ?? {}).map(([name, schema]) => ({ name, in: 'query', required, schema: refer(schema) }));
  const query = [...queryOf(operation.query, true), ...queryOf(operation.optionalQuery, false)];
  const header = operation.idempotent === true ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : [];
  const answers = Object.entries(operation.answers).map(([status, body]) => [
    status,
    {
      description: status === '202' ? 'Not yet: ask again after Retry-After seconds.' : status === '403' ? 'Refused.' : 'Done.',
      ...(body === null ? {} : content(body)),
    },
  ]);
  return {
    operationId: operation.id,
    summary: operation.summary,
    security: securities[operation.security],
    ...(query.length + header.length === 0 ? {} : { parameters: [...query, ...header] }),
    ...(operation.request === undefined ? {} : { requestBody: { required: true, ...content(operation.request) } }),
    responses: {
      ...Object.fromEntries(answers),
      ...Object.fromEntries(operation.refusals.map((status) => [status, problemReference])),
      default: problemReference,
    },
  };
}

/** Every schema of the protocol that has a name; those inside others become references. */
function componentSchemas(): unknown {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: (id) => `#/components/schemas/${id}`, io: 'input' });
  const entries = Object.entries(schemas).map(([name, { $schema, $id, id, ...rest }]) => [name, rest] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => one.localeCompare(other)));
}

function pathItems(): unknown {
  const items: Record<string, Record<string, unknown>> = {};
  for (const operation of listOperations())
    items[operation.path] = { ...items[operation.path], [operation.method.toLowerCase()]: describeOperation(operation) };
  return items;
}

/** @returns the OpenAPI 3.1 description of the bank's interface, from the protocol's schemas */
export function openApiDocument(): unknown {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kaitsu bank protocol',
      version: '1.0.0',
      description: `What Kaitsu asks of a bank: HTTPS (TLS 1.2 or later), JSON of at most ${bodyLimit} bytes, RFC 9457 problem details, and EST (RFC 7030) for the certificate. Demanded of a bank: a mutation of /v1 with a known Idempotency-Key is answered as before and not done again; the same certificate request under the same right gets the same certificate; issued certificates have clientAuth among their extended key usages, or have none; the client certificate is asked for in the TLS handshake; Retry-After is at most seven days; a token has at most ${longestSecret} characters, all of them of RFC 6750's alphabet.`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: 'https://127.0.0.1:{port}', description: 'The practice bank.', variables: { port: { default: '8443' } } }],
    paths: pathItems(),
    components: {
      schemas: componentSchemas(),
      responses: {
        Problem: {
          description: 'Refused, with the reason as code; attemptsLeft with every wrong entry.',
          content: { 'application/problem+json': { schema: refer(problemDetailsSchema) } },
        },
      },
      parameters: {
        IdempotencyKey: {
          name: idempotencyHeader,
          in: 'header',
          required: true,
          description: 'Random, 16 to 255 visible ASCII characters. The same key with the same request gets the same answer, for 24 hours.',
          schema: { type: 'string', minLength: 16, maxLength: 255 },
        },
      },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: "The token of the activation session, or of the administrator's logon." },
        enrolment: { type: 'http', scheme: 'basic', description: 'Contractor ID and enrolment secret.' },
        certificate: { type: 'mutualTLS', description: 'The client certificate.' },
      },
    },
  };
}
