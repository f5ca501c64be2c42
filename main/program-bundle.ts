import type { BundleState } from '../preload/contract/bundle.ts';
import type { Preflight } from '../preload/contract/preflight.ts';
import type { EventRecord } from './event-record/event-record.ts';
import type { PreflightRunner } from './preflight/preflight.ts';
import type { ProgramHost } from './program-host.ts';
import type { ProgramPorts } from './program-ports.ts';
import type { Services } from './services.ts';
import type { Clock } from './support/ports.ts';
import { collectBundle } from './support-bundle/bundle-content.ts';
import type { EnvironmentParts } from './support-bundle/environment.ts';
import { createSupportBundle, type SupportBundleService } from './support-bundle/support-bundle.ts';

/** The support bundle, composed of the host's parts: of an open place, or of the list of places. */

type BundleHost = Pick<
  ProgramHost,
  'folder' | 'version' | 'platform' | 'locale' | 'documentOutput' | 'documents' | 'resolveProxy' | 'environment' | 'clock' | 'log'
>;

/** What an open place has besides. */
export type BundleOfPlace = {
  readonly supportKey: string | null;
  readonly locate: ProgramPorts['locate'];
  readonly certificate: Pick<Services['certificate'], 'find'>;
  readonly preflight: PreflightRunner;
};

/** @param place null: the list of places is on the screen */
export function openBundle(host: BundleHost, place: BundleOfPlace | null, events: EventRecord, publish: (value: BundleState) => void): SupportBundleService {
  const { folder, version, platform, locale, documentOutput, documents, clock, log } = host;
  const environment: EnvironmentParts = {
    version,
    platform,
    locale,
    bank: place === null ? null : { locate: place.locate, ways: host },
    findCertificate: place === null ? null : (signal) => place.certificate.find(signal),
  };
  const preflight = async () => (place === null ? null : recentResults(place.preflight, clock));
  const parts = { ...environment, folder, by: 'window', readRecord: events.read, isRunning: true, preflight, now: clock.now } as const;
  const supportKey = place?.supportKey ?? null;
  return createSupportBundle({ collect: (window) => collectBundle(parts, window), supportKey, documentOutput, documents, publish, clock, log });
}

/** Older results say little of why something fails now, in milliseconds. */
const recent = 10 * 60_000;

async function recentResults(preflight: PreflightRunner, clock: Pick<Clock, 'now'>): Promise<Preflight> {
  const { phase, checkedAt } = preflight.current();
  const isRecent = phase === 'done' && checkedAt !== null && Math.abs(clock.now().getTime() - Date.parse(checkedAt)) < recent;
  if (!isRecent) await preflight.run();
  return preflight.current();
}
