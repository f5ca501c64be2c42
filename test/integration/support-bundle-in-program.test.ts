import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lineOf } from '../../main/event-record/record-line.ts';
import { createLog } from '../../main/support/log.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import {
  type BundlePreview,
  bundleEnvironmentSchema,
  bundleManifestSchema,
  bundlePartNames,
  bundlePreflightSchema,
  bundlePreviewSchema,
  type WindowFacts,
} from '../../preload/contract/bundle.ts';
import { recordedEventSchema, recordLineSchema } from '../../preload/contract/recorded-event.ts';
import { leaksIn } from '../support/leaks.ts';
import { profile as practiceProfile } from './practice-bank-client.ts';
import { closePrograms, newHome, secretsOf, startProgram, type WholeProgram, waitFor, walkTo } from './whole-program.ts';

/** The support bundle of a whole journey: what was shown is what is saved, no secret is in it, and the real tools open it. */

const keys = mkdtempSync(join(tmpdir(), 'kaitsu-support-key-'));
afterAll(async () => {
  await closePrograms();
  rmSync(keys, { recursive: true, force: true });
});

const facts: WindowFacts = {
  screenCode: '2-6',
  languages: ['ja'],
  screen: { width: 1920, height: 1080, colorDepth: 24 },
  window: { width: 1280, height: 800 },
  zoom: 1,
  dark: false,
  forcedColors: false,
  reducedMotion: false,
  fonts: ['Noto Sans JP Variable'],
};

const searched = 'MARKED1search';

/** Asks for something with an answer. */
async function answerOf(program: WholeProgram, name: string, input?: unknown): Promise<unknown> {
  const reply = await program.reply('bundle', name, input);
  if (typeof reply !== 'object' || reply === null || !('value' in reply)) throw new Error(`bundle.${name}: ${JSON.stringify(reply)}`);
  return reply.value;
}

/** Walks through everything, with wrong entries on the way. @returns what was secret in it */
async function walkWhole(program: WholeProgram): Promise<readonly string[]> {
  const kept = new Set<string>([searched]);
  const note = () => {
    for (const secret of secretsOf(program.folder).values()) if (secret.length >= 8) kept.add(secret);
  };
  await walkTo(program, 'identification');
  await program.ask('procedure', 'identify', { contractorId: program.desk().contractorId, registrationPin: '9999' });
  await walkTo(program, 'oneTimePassword');
  note();
  await walkTo(program, 'certificateRequired');
  note();
  await walkTo(program, 'loggedOn');
  for (const step of ['open', 'chooseRegisterOrChange', 'chooseSelection']) await program.ask('users', step);
  await program.ask('users', 'search', { search: searched, lockedOnly: false, page: 1 });
  await waitFor(() => program.users().screen === 'selection');
  note();
  const { newPins } = program.desk();
  return [...kept, newPins.logonPin, newPins.confirmationPin];
}

async function preparedBy(program: WholeProgram): Promise<BundlePreview> {
  expect(await program.ask('bundle', 'open')).toBeNull();
  return bundlePreviewSchema.parse(await answerOf(program, 'prepare', facts));
}

async function savedBy(program: WholeProgram, name: string): Promise<Buffer> {
  expect(await answerOf(program, 'save', { title: 'お問い合わせ用' })).toEqual({ kind: 'done' });
  return readFileSync(join(program.folder, name));
}

function textsOf(zip: Uint8Array): ReadonlyMap<string, Buffer> {
  return new Map(Object.entries(unzipSync(zip)).map(([name, content]) => [name, Buffer.from(content)]));
}

let program: WholeProgram;
let secrets: readonly string[];
beforeAll(async () => {
  const folder = newHome();
  const log = createLog({ folder, clock: systemClock, random: Math.random });
  program = await startProgram(folder, { programLog: log, saveAs: (proposed) => join(folder, proposed.endsWith('.p7m') ? 'saved.p7m' : 'saved.zip') });
  secrets = await walkWhole(program);
}, 120_000);

test('it holds what was shown and nothing else, a real unzip opens it, and each part is what its schema says', async () => {
  const preview = await preparedBy(program);
  expect(preview.parts.map(({ name }) => name)).toEqual([...bundlePartNames]);
  const zip = await savedBy(program, 'saved.zip');
  expect([zip.byteLength, preview.sealed]).toEqual([preview.bytes, false]);
  // Python's, which is on every machine that builds this.
  const listed = execFileSync('python3', ['-m', 'zipfile', '-l', join(program.folder, 'saved.zip')], { encoding: 'utf8' });
  for (const name of bundlePartNames) expect(listed).toContain(name);
  const texts = textsOf(zip);
  for (const { name, text } of preview.parts) expect(texts.get(name)?.toString('utf8')).toBe(text);
  expect(texts.size).toBe(bundlePartNames.length);

  const json = (name: string): unknown => JSON.parse(texts.get(name)?.toString('utf8') ?? '');
  const manifest = bundleManifestSchema.parse(json('manifest.json'));
  expect(manifest.parts.map(({ name }) => name).sort()).toEqual([...bundlePartNames].filter((name) => name !== 'manifest.json').sort());
  for (const { name, bytes, sha256 } of manifest.parts) {
    writeFileSync(join(keys, 'part'), texts.get(name) ?? '');
    expect([bytes, execFileSync('openssl', ['dgst', '-sha256', '-r', join(keys, 'part')], { encoding: 'utf8' }).slice(0, 64)]).toEqual([
      texts.get(name)?.byteLength,
      sha256,
    ]);
  }
  const environment = bundleEnvironmentSchema.parse(json('environment.json'));
  expect(environment).toMatchObject({ os: { family: 'linux' }, proxy: 'direct', keychain: 'keychain-ready', certificateStore: 'store-ready', window: facts });
  expect(environment.certificates).toHaveLength(1);
  expect(Math.abs(environment.clockAheadSeconds ?? 99)).toBeLessThan(5);
  expect(bundlePreflightSchema.parse(json('preflight.json'))?.phase).toBe('done');
  const events = (texts.get('events.jsonl')?.toString('utf8') ?? '').split('\n').slice(0, -1);
  for (const line of events) recordedEventSchema.parse(recordLineSchema.parse(JSON.parse(line)).event);
  expect(events.length).toBeGreaterThan(60);
  expect(texts.get('log.jsonl')?.toString('utf8')).toContain('"bank.exchange"');
  // A journey of all steps; a day of use has a few of them.
  expect(zip.byteLength).toBeLessThan(100 * 1024);
});

test('none of the journey’s secrets is in it, in any encoding, nor in the files that it is made of', async () => {
  await preparedBy(program);
  const texts = textsOf(await savedBy(program, 'saved.zip'));
  expect(secrets.length).toBeGreaterThan(4);
  for (const [name, content] of texts) expect([name, leaksIn(content, secrets)]).toEqual([name, []]);
  const { registrationPin } = program.desk();
  for (const content of texts.values()) expect(content.includes(`"${registrationPin}"`)).toBe(false);
});

test.each([
  ['as it is', (secret: string) => secret],
  ['in UTF-16 as base64', (secret: string) => Buffer.from(`x${secret}`, 'utf16le').toString('base64')],
  ['in hex', (secret: string) => Buffer.from(secret).toString('hex')],
  ['URL-encoded', (secret: string) => [...Buffer.from(secret)].map((byte) => `%${byte.toString(16)}`).join('')],
])('a leak that is planted %s would be found', async (_how, written) => {
  const [file = ''] = readdirSync(join(program.folder, 'events')).filter((name) => name.endsWith('.jsonl'));
  const [secret = ''] = secrets.slice(-1);
  // As a defect would write it: with a right checksum.
  appendFileSync(
    join(program.folder, 'events', file),
    `${lineOf(900_000, new Date(), { kind: 'request', request: 'procedure.logOn', input: written(secret) })}\n`,
  );
  await preparedBy(program);
  const texts = textsOf(await savedBy(program, 'saved.zip'));
  expect(leaksIn(texts.get('events.jsonl') ?? Buffer.alloc(0), secrets)).not.toEqual([]);
});

test('nothing is saved that was not shown', async () => {
  expect(await program.ask('bundle', 'close')).toBeNull();
  expect(await program.ask('bundle', 'save', { title: 'x' })).toMatchObject({ code: 'not-now' });
  expect(await program.ask('bundle', 'prepare', facts)).toMatchObject({ code: 'not-now' });
});

test.each([
  ['RSA', ['-newkey', 'rsa:3072']],
  ['P-256', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']],
  ['P-384', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384']],
])(
  'a bank with a key (%s) gets it sealed: openssl cms -decrypt opens it, and nobody else reads it',
  async (_kind, newKey) => {
    const [key, certificate] = [join(keys, 'key.pem'), join(keys, 'certificate.pem')];
    execFileSync('openssl', ['req', '-x509', ...newKey, '-nodes', '-keyout', key, '-out', certificate, '-subj', '/CN=Support', '-days', '3'], {
      stdio: 'pipe',
    });
    const folder = newHome();
    const profile = { ...practiceProfile, support: { ...practiceProfile.support, key: readFileSync(certificate, 'utf8') } };
    const sealing = await startProgram(folder, { profile, saveAs: () => join(folder, 'saved.p7m') });
    const preview = await preparedBy(sealing);
    const saved = await savedBy(sealing, 'saved.p7m');
    expect([preview.sealed, preview.bytes]).toEqual([true, saved.byteLength]);
    expect(saved.includes('manifest.json')).toBe(false);
    const arguments_ = ['cms', '-decrypt', '-inform', 'DER', '-binary', '-in', join(folder, 'saved.p7m'), '-inkey', key, '-recip', certificate];
    const texts = textsOf(execFileSync('openssl', arguments_, { maxBuffer: 16 * 1024 * 1024 }));
    for (const { name, text } of preview.parts) expect(texts.get(name)?.toString('utf8')).toBe(text);
  },
  60_000,
);
