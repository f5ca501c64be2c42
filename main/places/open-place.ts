import { z } from 'zod';
import type { DiskCode, Outcome } from '../../preload/contract/problem.ts';
import { jsonFile } from '../support/json-file.ts';
import { programFile } from '../support/kept-files.ts';
import type { DiskOptions } from '../support/whole-file.ts';
import { isPlace } from './place.ts';

/** Which place was open last, and is opened by the next start. */

const keptSchema = z.object({
  format: z.literal(1),
  /** null: the list of places. */
  place: z.string().max(60).refine(isPlace).nullable(),
});

/** never: nothing was ever chosen on this PC. list: the list is wanted. */
export type OpenPlace = { readonly kind: 'never' | 'list' | 'unavailable' } | { readonly kind: 'place'; readonly id: string };

export type OpenPlaceFile = {
  readonly path: string;
  /** A damaged one is set aside, and the list is shown. */
  read(): Promise<OpenPlace>;
  /** @param id null: the list */
  write(id: string | null): Promise<Outcome<void, DiskCode>>;
};

/** @param folder the program's own */
export function openPlaceFile(folder: string, options: DiskOptions = {}): OpenPlaceFile {
  const file = jsonFile(programFile(folder, 'openPlace'), keptSchema, options);
  return {
    path: file.path,
    async read() {
      const found = await file.read();
      switch (found.kind) {
        case 'absent':
          return { kind: 'never' };
        case 'damaged':
          return { kind: 'list' };
        case 'unavailable':
          return { kind: 'unavailable' };
        case 'value':
          return found.value.place === null ? { kind: 'list' } : { kind: 'place', id: found.value.place };
        default:
          return found satisfies never;
      }
    },
    async write(place) {
      // What could not be read before may be readable now; only then it is written over.
      await file.read();
      return file.write({ format: 1, place });
    },
  };
}
