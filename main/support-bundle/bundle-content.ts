import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import {
  type BundleManifest,
  type BundlePartName,
  bundleEnvironmentSchema,
  bundleFormat,
  bundleManifestSchema,
  bundlePartNames,
  bundlePreflightSchema,
  bundleVersion,
  type WindowFacts,
} from '../../preload/contract/bundle.ts';
import type { Preflight } from '../../preload/contract/preflight.ts';
import type { ReadRecord } from '../event-record/read-record.ts';
import { type EnvironmentParts, environmentOf } from './environment.ts';
import { eventsPart, lastClockAhead } from './events-part.ts';
import { logPart, spansOf } from './log-part.ts';

export type BundleParts = EnvironmentParts & {
  /** The program's own: where its log lies. */
  readonly folder: string;
  readonly by: BundleManifest['by'];
  readonly readRecord: () => Promise<ReadRecord>;
  /** Whether the run that is under way stands in that record. */
  readonly isRunning: boolean;
  /** The last results, or new ones; null while no place is open. */
  readonly preflight: () => Promise<Preflight | null>;
  readonly now: () => Date;
};

export type BundleContent = { readonly [N in BundlePartName]: string };

/** Gathers what goes into a bundle. Each part stands as it leaves the PC: what is shown is what is saved. */
export async function collectBundle(parts: BundleParts, window: WindowFacts | null): Promise<BundleContent> {
  const preflight = await parts.preflight();
  const record = await parts.readRecord();
  const now = parts.now();
  const environment = await environmentOf(parts, { preflight, clockAheadSeconds: lastClockAhead(record.lines), window });
  const events = eventsPart(record.lines, now);
  const log = logPart(parts.folder, spansOf(record.lines, parts.isRunning ? parts.now() : null));
  const texts = {
    'events.jsonl': events.text,
    'preflight.json': page(bundlePreflightSchema.parse(preflight)),
    'environment.json': page(bundleEnvironmentSchema.parse(environment)),
    'log.jsonl': log.text,
  };
  const manifest = bundleManifestSchema.parse({
    format: bundleFormat,
    version: bundleVersion,
    madeAt: now.toISOString(),
    program: parts.version,
    by: parts.by,
    parts: Object.entries(texts).map(([name, text]) => ({ name, ...measured(text) })),
    events: { leftOut: events.leftOut, setAside: record.setAside },
    log: { leftOut: log.leftOut, setAside: log.setAside },
  });
  return { 'manifest.json': page(manifest), ...texts };
}

const page = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function measured(text: string): { readonly bytes: number; readonly lines: number; readonly sha256: string } {
  return { bytes: Buffer.byteLength(text), lines: text.split('\n').length - 1, sha256: createHash('sha256').update(text).digest('hex') };
}

/** The zip's own times say nothing: madeAt does. The first year that the format knows. */
const noTime = '1980-01-01T00:00:00';

export function zipped(content: BundleContent): Uint8Array {
  return zipSync(Object.fromEntries(bundlePartNames.map((name) => [name, Buffer.from(content[name], 'utf8')])), { mtime: noTime, level: 9 });
}
