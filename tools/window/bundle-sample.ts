import { lineOf } from '../../main/event-record/record-line.ts';
import { stateWritten } from '../../main/event-record/written.ts';
import type { BundleEnvironment, BundlePreview } from '../../preload/contract/bundle.ts';
import type { OtherEvent } from '../../preload/contract/recorded-event.ts';
import { preflight } from '../../renderer/help/samples/preflight.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { states } from './snapshots.ts';

/** A support bundle as the window shows it, with fixed times: of somebody whose one-time password was refused. */

const begun = Date.parse('2026-11-22T05:40:00.000Z');

const refused: OtherEvent = {
  kind: 'bankCall',
  method: 'POST',
  path: '/v1/activation/one-time-password',
  status: 403,
  failure: null,
  problem: 'one-time-password-refused',
  ms: 184,
  aheadSeconds: 2,
};
const session: OtherEvent = { ...refused, path: '/v1/activation/sessions', status: 201, problem: null, ms: 412 };
const asked = (request: string): OtherEvent => ({ kind: 'request', request, problem: null, ms: 431 });
const shown = (step: 'logonMenu' | 'identification' | 'newPins' | 'oneTimePassword' | 'certificateRequired') =>
  stateWritten('procedure', snapshotOf(states[step]));

const happened: readonly object[] = [
  { kind: 'programStarted', version: '0.4.0', os: 'windows', by: 'window' },
  shown('logonMenu'),
  asked('procedure.chooseActivation'),
  shown('identification'),
  asked('procedure.identify'),
  session,
  shown('newPins'),
  asked('procedure.setPins'),
  { ...session, method: 'PUT', path: '/v1/activation/pins', status: 200 },
  shown('oneTimePassword'),
  asked('procedure.confirmOneTimePassword'),
  refused,
  asked('procedure.confirmOneTimePassword'),
  { ...refused, status: 200, problem: null },
  shown('certificateRequired'),
  { kind: 'tool', tool: 'powershell', outcome: 'ended', exitCode: 0, ms: 1_730 },
];

const environment: BundleEnvironment = {
  program: '0.4.0',
  os: { family: 'windows', name: 'Windows 11 Pro', release: '10.0.26100', architecture: 'x64' },
  versions: { node: '24.9.0', electron: '45.4.1', chrome: '146.0.7680.80', openssl: '0.0.0' },
  locale: 'ja',
  timeZone: 'Asia/Tokyo',
  proxy: 'http',
  clockAheadSeconds: 2,
  keychain: 'keychain-ready',
  certificateStore: 'store-ready',
  certificates: [],
  window: {
    screenCode: '2-5-109',
    languages: ['ja', 'en'],
    screen: { width: 1920, height: 1080, colorDepth: 24 },
    window: { width: 1280, height: 800 },
    zoom: 1.25,
    dark: false,
    forcedColors: false,
    reducedMotion: false,
    fonts: ['Noto Sans JP Variable'],
  },
};

const page = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const logLine = (second: number, event: string, details: object) =>
  JSON.stringify({ time: new Date(begun + second * 1_000).toISOString(), level: 'info', event, details });

export function bundlePreview(sealed = false): BundlePreview {
  const events = happened.map((event, index) => lineOf(index + 1, new Date(begun + index * 21_000), event));
  return {
    parts: [
      {
        name: 'manifest.json',
        text: page({ format: 'kaitsu-support-bundle', version: 1, madeAt: '2026-11-22T05:50:00.000Z', program: '0.4.0', by: 'window' }),
      },
      { name: 'events.jsonl', text: events.map((line) => `${line}\n`).join('') },
      { name: 'preflight.json', text: page(preflight()) },
      { name: 'environment.json', text: page(environment) },
      {
        name: 'log.jsonl',
        text: `${logLine(105, 'bank.exchange', { method: 'POST', path: '/v1/activation/sessions', status: 201, ms: 412 })}\n${logLine(231, 'bank.problem', { problem: 'one-time-password-refused' })}\n`,
      },
    ],
    bytes: 14_200,
    sealed,
  };
}
