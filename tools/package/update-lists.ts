import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import updateSigner from '../../assets/update-signer.json' with { type: 'json' };
import { thumbprintOf } from '../../main/bank-file/signer.ts';
import { readUpdateList, type UpdateList, updateListSchema, updateListType } from '../../main/update/signed-list.ts';
import { readPrivateKey } from '../bank-file/files.ts';
import { signerKeyOf, signText } from '../bank-file/sign.ts';

/** The publisher's half of updates: the lists that electron-builder writes (latest*.yml), signed. */

/** What is taken of electron-builder's list; the rest is for older programs than this one. */
const builderListSchema = z.object({
  version: z.string(),
  releaseDate: z.string(),
  stagingPercentage: z.number().optional(),
  minimumSystemVersion: z.string().optional(),
  files: z.array(z.object({ url: z.string(), sha512: z.string(), size: z.number(), isAdminRightsRequired: z.boolean().optional() })),
});
const listName = /^(?:latest|preview)(?:-(?:mac|linux)(?:-arm64)?)?(?=\.yml$)/u;

/** @param path of the private key @returns why a program of this source would not take what it signs; null where it would */
export async function foreignKey(path: string): Promise<string | null> {
  const thumbprint = thumbprintOfKey(await readPrivateKey(path, process.stdin));
  if (thumbprint === updateSigner.thumbprint) return null;
  return `The program takes no update of this key: write its thumbprint, ${thumbprint}, into assets/update-signer.json.`;
}

/**
 * Signs each list of a folder; a stable version's under the name of the preview channel too, whose PCs would else stay behind.
 * @param path of the private key, which nobody but its owner can read
 * @param percent of the PCs that are offered it; undefined: as electron-builder's list says, or all
 * @returns the names of the files written
 * @throws where a list is none, or the key cannot be read
 */
export async function signUpdateLists(folder: string, path: string, percent?: number): Promise<readonly string[]> {
  const key = await readPrivateKey(path, process.stdin);
  const written: string[] = [];
  for (const file of (await readdir(folder)).sort()) {
    const [name] = listName.exec(file) ?? [];
    if (name === undefined) continue;
    const list = builderListSchema.parse(parse(await readFile(join(folder, file), 'utf8')));
    const names = name.startsWith('latest') ? [name, name.replace('latest', 'preview')] : [name];
    for (const each of names) {
      const text = signText(listOf(list, each, percent), updateListType, key);
      if (readUpdateList(text, each, thumbprintOfKey(key)).kind !== 'list') throw new Error(`The program would not take ${each}`);
      await writeFile(join(folder, `${each}.jws`), `${text}\n`);
      written.push(`${each}.jws`);
    }
  }
  return written;
}

function listOf({ stagingPercentage, ...list }: z.infer<typeof builderListSchema>, name: string, percent = stagingPercentage): UpdateList {
  return updateListSchema.parse({ format: 1, name, ...list, ...(percent === undefined ? {} : { stagingPercentage: percent }) });
}

function thumbprintOfKey(key: Awaited<ReturnType<typeof readPrivateKey>>): string {
  const publicKey = signerKeyOf(key);
  if (publicKey === null) throw new Error('The key is neither Ed25519 nor P-256');
  return thumbprintOf(publicKey);
}
