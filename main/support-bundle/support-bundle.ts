import { type BundlePreview, type BundleState, bundlePartNames, type WindowFacts } from '../../preload/contract/bundle.ts';
import type { RequestHandlers } from '../../preload/contract/contract.ts';
import { failure, problemOf } from '../../preload/contract/problem.ts';
import { createSavedFile, type SavedFileParts } from '../release-request/saved-file.ts';
import { type BundleContent, zipped } from './bundle-content.ts';

export type SupportBundleParts = SavedFileParts & {
  readonly collect: (window: WindowFacts) => Promise<BundleContent>;
  /** The key of the bank's support (PEM); null: what is saved can be read by everybody. */
  readonly supportKey: string | null;
  readonly publish: (value: BundleState) => void;
};

export type SupportBundleService = {
  readonly handlers: RequestHandlers['bundle'];
  current(): BundleState;
  /** Shows it over whatever is on the screen. For the menu. */
  open(): void;
};

const notNow = { ok: false, problem: problemOf(failure('not-now').problem) } as const;

/** What was shown, and the very file that is saved of it. */
type Prepared = { readonly preview: BundlePreview; readonly file: Uint8Array };

/** The support bundle in the window: shown whole, then saved as it was shown. @param parts see SupportBundleParts */
export function createSupportBundle(parts: SupportBundleParts): SupportBundleService {
  const kind = parts.supportKey === null ? 'zip' : 'p7m';
  let isOpen = false;
  let prepared: Prepared | null = null;
  const current = (): BundleState => ({ open: isOpen, savedAs: saved.name() });
  const saved = createSavedFile(parts, () => parts.publish(current()));

  function show(open: boolean): void {
    if (isOpen === open) return;
    isOpen = open;
    if (!open) prepared = null;
    parts.publish(current());
  }

  const handlers: SupportBundleService['handlers'] = {
    async open() {
      show(true);
      return { ok: true };
    },
    async close() {
      show(false);
      return { ok: true };
    },
    async prepare(window) {
      if (!isOpen) return notNow;
      const made = await prepare(parts, window);
      // It may have been closed meanwhile.
      if (isOpen) prepared = made;
      return { ok: true, value: made.preview };
    },
    async save({ title }) {
      const toSave = prepared;
      if (toSave === null) return notNow;
      return saved.save(title, kind, async () => toSave.file);
    },
    showSaved: saved.showSaved,
  };
  return { handlers, current, open: () => show(true) };
}

async function prepare({ collect, supportKey }: SupportBundleParts, window: WindowFacts): Promise<Prepared> {
  const content = await collect(window);
  const file = await sealedIfKnown(zipped(content), supportKey);
  const shown = bundlePartNames.map((name) => ({ name, text: content[name] }));
  return { file, preview: { parts: shown, bytes: file.byteLength, sealed: supportKey !== null } };
}

/** pkijs is loaded where a bank has such a key, and only then. */
export async function sealedIfKnown(zip: Uint8Array, supportKey: string | null): Promise<Uint8Array> {
  if (supportKey === null) return zip;
  const { sealFor } = await import('./seal.ts');
  return sealFor(supportKey, zip);
}
