import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { lineOf } from '../../main/event-record/record-line.ts';
import { stateWritten } from '../../main/event-record/written.ts';
import { type BundlePartName, bundleFormat, bundleVersion } from '../../preload/contract/bundle.ts';
import type { StateName, StateValue } from '../../preload/contract/contract.ts';
import type { OtherEvent } from '../../preload/contract/recorded-event.ts';
import type { ReplayedBundle } from '../../preload/contract/replay.ts';
import type { ReplayedEvent } from '../../preload/contract/replayed-event.ts';

/** Support bundles made as the program makes them, out of events that a test or a measurement names. */

export type MadeLine = { readonly at: Date; readonly event: OtherEvent | { readonly kind: 'state'; readonly state: StateName; readonly value: unknown } };

/** A published state's event, with what is written of it. */
export function stateEvent<S extends StateName>(state: S, value: StateValue<S>): MadeLine['event'] {
  return stateWritten(state, value) as MadeLine['event'];
}

export function linesOf(lines: readonly { readonly at: Date; readonly event: object }[]): string {
  return lines.map(({ at, event }, index) => `${lineOf(index + 1, at, event)}\n`).join('');
}

const environment = {
  program: '0.1.0',
  os: { family: 'linux', name: 'Linux', release: '6.1', architecture: 'x64' },
  versions: { node: '24.1.0', electron: '45.0.0', chrome: '150.0.0', openssl: '3.5.0' },
  locale: 'ja',
  timeZone: 'Asia/Tokyo',
  proxy: 'direct',
  clockAheadSeconds: 0,
  keychain: null,
  certificateStore: null,
  certificates: [],
  window: null,
};

export type Parts = Readonly<Record<BundlePartName, string>>;

/** @param changes of the manifest, after the sums were taken */
export function partsOf(events: string, changes: object = {}, others: Partial<Parts> = {}): Parts {
  const texts = {
    'events.jsonl': events,
    'preflight.json': 'null\n',
    'environment.json': `${JSON.stringify(environment)}\n`,
    'log.jsonl': '',
    ...others,
  };
  const manifest = {
    format: bundleFormat,
    version: bundleVersion,
    madeAt: '2026-11-22T03:00:00.000Z',
    program: '0.1.0',
    by: 'window',
    parts: Object.entries(texts).map(([name, text]) => ({
      name,
      bytes: Buffer.byteLength(text),
      lines: text.split('\n').length - 1,
      sha256: createHash('sha256').update(text).digest('hex'),
    })),
    events: { leftOut: 0, setAside: 0 },
    log: { leftOut: 0, setAside: 0 },
    ...changes,
  };
  return { 'manifest.json': JSON.stringify(manifest), ...texts };
}

export function zipOf(files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 9 = 9): Buffer {
  const entries = Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? Buffer.from(content) : content] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries), { level, mtime: '1980-01-01T00:00:00' }));
}

/** The events of an opened bundle, as the window unpacks them. */
export function eventsOf({ events }: Pick<ReplayedBundle, 'events'>): readonly ReplayedEvent[] {
  return JSON.parse(inflateRawSync(Buffer.from(events, 'base64')).toString('utf8'));
}
