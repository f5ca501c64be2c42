import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { z } from 'zod';
import {
  type BundleManifest,
  type BundlePartName,
  bundleEnvironmentSchema,
  bundleFormat,
  bundleManifestSchema,
  bundlePreflightSchema,
  bundleVersion,
} from '../../preload/contract/bundle.ts';
import { type BundleFault, type BundleOpening, bundleFileLimit, namedLines, type ReplayedBundle } from '../../preload/contract/replay.ts';
import type { ReplayedEvent } from '../../preload/contract/replayed-event.ts';
import { readJson } from '../support/json-text.ts';
import { unpackBundle } from './bounded-zip.ts';
import { readEvents } from './read-events.ts';

/** Reads a support bundle that anybody may have made: bounded, checked against its own checksums, by its schemas. */

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: BundleFault };
type Parts = ReadonlyMap<BundlePartName, Buffer>;

const found = <T>(value: T): Read<T> => ({ ok: true, value });
const wrong = (fault: BundleFault): Read<never> => ({ ok: false, fault });

/** @param name of the file, for the person @param file its bytes */
export function readBundle(name: string, file: Buffer): BundleOpening {
  const read = readSession(file);
  return read.ok ? { kind: 'opened', bundle: { name, ...read.value } } : { kind: 'refused', name, fault: read.fault };
}

function readSession(file: Buffer): Read<Omit<ReplayedBundle, 'name'>> {
  if (file.length > bundleFileLimit) return wrong({ kind: 'tooLarge' });
  if (isSealed(file)) return wrong({ kind: 'sealed' });
  if (!file.subarray(0, 4).equals(zipBegin)) return wrong({ kind: 'notABundle' });
  const unpacked = unpackBundle(file);
  if (unpacked.kind === 'fault') return wrong(unpacked.fault);
  const { parts } = unpacked;
  const manifest = readManifest(parts);
  if (!manifest.ok) return manifest;
  const changed = changedPart(manifest.value, parts);
  if (changed !== null) return wrong(changed);
  const environment = readPart(parts, 'environment.json', bundleEnvironmentSchema);
  if (!environment.ok) return environment;
  const preflight = readPart(parts, 'preflight.json', bundlePreflightSchema);
  if (!preflight.ok) return preflight;
  const { events, damaged } = readEvents(contentOf(parts, 'events.jsonl'));
  if (damaged.length > 0) return wrong(linesChanged(damaged));
  return found({ manifest: manifest.value, environment: environment.value, preflight: preflight.value, events: packed(events) });
}

/** As they cross the border. */
function packed(events: readonly ReplayedEvent[]): string {
  return deflateRawSync(JSON.stringify(events), { level: 3 }).toString('base64');
}

/** The signature of a local file header (APPNOTE.TXT 4.3.7). */
const zipBegin = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** id-envelopedData, 1.2.840.113549.1.7.3 (RFC 5652 section 6.1), as DER. */
const envelopedData = Buffer.from('06092a864886f70d010703', 'hex');

/** A ContentInfo of EnvelopedData begins so; its length has at most five bytes. */
function isSealed(file: Buffer): boolean {
  return file[0] === 0x30 && file.subarray(0, 24).includes(envelopedData);
}

const contentOf = (parts: Parts, name: BundlePartName): Buffer => parts.get(name) ?? Buffer.alloc(0);

function readPart<T>(parts: Parts, part: BundlePartName, schema: z.ZodType<T>): Read<T> {
  const json = readJson(contentOf(parts, part));
  const parsed = json.kind === 'value' ? schema.safeParse(json.value) : null;
  return parsed?.success === true ? found(parsed.data) : wrong({ kind: 'wrongPart', part });
}

/** What every version of it says of itself. */
const anyManifestSchema = z.object({ format: z.literal(bundleFormat), version: z.int().min(1).max(1_000) });

function readManifest(parts: Parts): Read<BundleManifest> {
  const any = readPart(parts, 'manifest.json', anyManifestSchema);
  if (!any.ok) return any;
  if (any.value.version > bundleVersion) return wrong({ kind: 'newer', version: any.value.version });
  return readPart(parts, 'manifest.json', bundleManifestSchema);
}

/** @returns the first part that is not what the manifest says of it, or of which it says nothing; null: none */
function changedPart({ parts: told }: BundleManifest, parts: Parts): BundleFault | null {
  for (const [part, content] of parts) {
    if (part === 'manifest.json') continue;
    const about = told.find(({ name }) => name === part);
    const isSame = about?.bytes === content.length && about.sha256 === createHash('sha256').update(content).digest('hex');
    if (isSame) continue;
    const { damaged } = part === 'events.jsonl' ? readEvents(content) : { damaged: [] };
    return { ...linesChanged(damaged), part };
  }
  return null;
}

function linesChanged(damaged: readonly number[]): Extract<BundleFault, { kind: 'changed' }> {
  return { kind: 'changed', part: 'events.jsonl', lines: damaged.slice(0, namedLines), damaged: damaged.length };
}
