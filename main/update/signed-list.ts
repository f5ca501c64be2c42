import { z } from 'zod';
import { readSigned } from '../bank-file/jws.ts';
import { thumbprintOf } from '../bank-file/signer.ts';
import { namesGivenTwice, readJson } from '../support/json-text.ts';

/**
 * The list of an update, signed: what electron-builder writes as latest*.yml, as a JWS of the publisher's key. Nothing else
 * is read of an update server before an update is offered, and what is downloaded must have the hash that stands here. On
 * Windows and macOS the system's own signature comes on top; on Linux this is all there is.
 */

export const updateListType = 'kaitsu-update';
/** In bytes; a list has a few lines. */
export const updateListLimit = 64 * 1024;

/** A file beside the list, never somewhere else. */
const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._+~-]{0,199}$/u);
/** SHA-512 in base64. */
const sha512 = z.string().regex(/^[A-Za-z0-9+/]{86}==$/u);

export const updateListSchema = z.strictObject({
  format: z.literal(1),
  /** The list's own name, so that none stands in another one's place: "latest", "latest-linux-arm64", "preview-mac". */
  name: z.string().regex(/^(?:latest|preview)(?:-(?:mac|linux)(?:-arm64)?)?$/u),
  version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}(?:-[0-9A-Za-z.-]{1,40})?$/u),
  releaseDate: z.iso.datetime(),
  /** To how many of a hundred PCs it is offered. */
  stagingPercentage: z.int().min(0).max(100).optional(),
  minimumSystemVersion: z.string().max(40).optional(),
  files: z
    .array(z.strictObject({ url: fileName, sha512, size: z.int().min(1).max(2_000_000_000), isAdminRightsRequired: z.boolean().optional() }))
    .min(1)
    .max(20),
});
export type UpdateList = Readonly<z.infer<typeof updateListSchema>>;

/** The list was not what the publisher signed. */
export class UnsignedUpdate extends Error {
  override readonly name = 'UnsignedUpdate';
}

/** at: what is not right. */
export type ReadList =
  | { readonly kind: 'list'; readonly list: UpdateList }
  | { readonly kind: 'refused'; readonly at: 'size' | 'signature' | 'signer' | 'content' | 'name' };

/**
 * @param text as it came
 * @param name the list that was asked for
 * @param signer the thumbprint of the only key that is taken
 */
export function readUpdateList(text: string, name: string, signer: string): ReadList {
  if (text.length > updateListLimit) return { kind: 'refused', at: 'size' };
  const signed = readSigned(text.replace(/\r?\n$/u, ''), updateListType);
  if (signed.kind === 'wrong') return { kind: 'refused', at: 'signature' };
  if (thumbprintOf(signed.key) !== signer) return { kind: 'refused', at: 'signer' };
  const json = readJson(signed.payload);
  const parsed = json.kind === 'value' && namesGivenTwice(signed.payload).length === 0 ? updateListSchema.safeParse(json.value) : null;
  if (parsed?.success !== true) return { kind: 'refused', at: 'content' };
  return parsed.data.name === name ? { kind: 'list', list: parsed.data } : { kind: 'refused', at: 'name' };
}
