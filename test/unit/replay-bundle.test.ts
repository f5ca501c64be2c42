import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { lineOf } from '../../main/event-record/record-line.ts';
import { readBundle } from '../../main/replay/read-bundle.ts';
import { createReplay } from '../../main/replay/replay.ts';
import { bundleFileLimit, bundleOpeningSchema, partLimits, pieceLength } from '../../preload/contract/replay.ts';
import { eventsOf, linesOf, partsOf, zipOf } from '../../tools/journey/made-bundles.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { manualClock } from '../support/manual-clock.ts';

/** Opening a bundle that anybody may have made. Whatever it is: a clear fault, nothing written, memory bounded. */

const at = new Date('2026-11-22T01:00:00.000Z');
const started = { kind: 'programStarted', version: '0.1.0', os: 'linux', by: 'window' };
const request = { kind: 'request', request: 'procedure.goBack', problem: null, ms: 3 };
const events = linesOf([
  { at, event: started },
  { at, event: request },
]);
const good = partsOf(events);
const open = (zip: Uint8Array) => bundleOpeningSchema.parse(readBundle('x.zip', Buffer.from(zip)));
const refusedWith = (fault: object) => ({ kind: 'refused', name: 'x.zip', fault });

describe('a sound bundle', () => {
  test('is opened, packed or not, in any order of its files', () => {
    for (const zip of [zipOf(good), zipOf(good, 0), zipOf(Object.fromEntries(Object.entries(good).reverse()))]) {
      const opened = open(zip);
      expect(opened).toMatchObject({ kind: 'opened', bundle: { name: 'x.zip', manifest: { by: 'window' }, environment: { locale: 'ja' } } });
      expect(opened.kind === 'opened' && eventsOf(opened.bundle).map(({ n, event }) => [n, event.kind])).toEqual([
        [1, 'programStarted'],
        [2, 'request'],
      ]);
    }
  });

  test('of a newer program is opened with what is known of it; what is not is kept as unknown, never guessed', () => {
    const newer = linesOf([
      { at, event: { kind: 'fingerprintScanned', finger: 'thumb' } },
      { at, event: { kind: 'state', state: 'moonPhase', value: 3 } },
      { at, event: { ...request, request: 'Not A Name' } },
      { at, event: { ...request, more: 'left out' } },
    ]);
    const opened = open(zipOf(partsOf(newer, { somethingNew: true })));
    expect(opened.kind === 'opened' && eventsOf(opened.bundle).map(({ event }) => event)).toEqual([
      { kind: 'unknown', was: 'fingerprintScanned' },
      { kind: 'unknown', was: 'state' },
      { kind: 'unknown', was: 'request' },
      request,
    ]);
  });

  test('with 10,000 events is read whole', () => {
    const many = linesOf(Array.from({ length: 10_000 }, (_, index) => ({ at: new Date(at.getTime() + index), event: request })));
    const begun = performance.now();
    const opened = open(zipOf(partsOf(many)));
    console.log(`10,000 events read and checked in ${Math.round(performance.now() - begun)} ms`);
    expect(opened.kind === 'opened' && eventsOf(opened.bundle).length).toBe(10_000);
  });
});

/** A zip of many entries by hand: as small as an entry can be, the same one again and again. */
function manyEntries(count: number): Buffer {
  const header = Buffer.alloc(31);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(1, 26);
  header.write('x', 30);
  return Buffer.concat(Array.from({ length: count }, () => header));
}

describe('a hostile bundle', () => {
  const outside = [
    '../../evil.sh',
    '/etc/cron.d/evil',
    'C:\\Windows\\evil.dll',
    '..\\events.jsonl',
    'events.jsonl/../x',
    'EVENTS.JSONL',
    'events.jsonl\0.sh',
    '',
  ];
  test.each(outside)('whose file would lie elsewhere is refused by its name (%j)', (name) => {
    expect(open(zipOf({ ...good, [name]: 'x' }))).toEqual(refusedWith({ kind: 'foreign' }));
    expect(open(zipOf({ [name]: 'x', ...good }))).toEqual(refusedWith({ kind: 'foreign' }));
  });

  test('with a file twice is refused: which of them would it be', () => {
    const [one, two] = [zipOf({ 'manifest.json': good['manifest.json'] }), zipOf(good)];
    // The second's local headers behind the first's.
    expect(open(Buffer.concat([one.subarray(0, one.indexOf(Buffer.from('504b0102', 'hex'))), two]))).toEqual(refusedWith({ kind: 'foreign' }));
  });

  test('with 100,000 entries ends at the first that no bundle has', () => {
    const entries = manyEntries(100_000);
    expect(open(entries)).toEqual(refusedWith({ kind: 'foreign' }));
  });

  test.each(Object.entries(partLimits))('whose %s unpacks to more than it can be is given up there', (name, limit) => {
    expect(open(zipOf({ ...good, [name]: Buffer.alloc(2 * limit) }))).toEqual(refusedWith({ kind: 'tooLarge' }));
  });

  test('that unpacks to a thousand times its size takes no memory for that', () => {
    const bomb = zipOf({ ...good, 'log.jsonl': Buffer.alloc(96 * 1024 * 1024) });
    globalThis.gc?.();
    const before = process.memoryUsage.rss();
    expect(open(bomb)).toEqual(refusedWith({ kind: 'tooLarge' }));
    expect(process.memoryUsage.rss() - before).toBeLessThan(32 * 1024 * 1024);
  });

  test('that says it is small and unpacks to much is given up all the same', () => {
    const bomb = zipOf({ ...good, 'log.jsonl': Buffer.alloc(3 * 1024 * 1024) });
    // The uncompressed sizes in local and central headers, both.
    const size = Buffer.alloc(4);
    size.writeUInt32LE(3 * 1024 * 1024);
    for (let found = bomb.indexOf(size); found !== -1; found = bomb.indexOf(size)) bomb.writeUInt32LE(7, found);
    expect(open(bomb)).toEqual(refusedWith({ kind: 'tooLarge' }));
  });

  test('of another format, or of one that is newer, is told as such', () => {
    expect(open(zipOf(partsOf(events, { format: 'other' })))).toEqual(refusedWith({ kind: 'wrongPart', part: 'manifest.json' }));
    expect(open(zipOf(partsOf(events, { version: 2, parts: 'moved' })))).toEqual(refusedWith({ kind: 'newer', version: 2 }));
    expect(open(zipOf(partsOf(events, { version: 10_000 })))).toEqual(refusedWith({ kind: 'wrongPart', part: 'manifest.json' }));
    for (const text of ['', '{', '[]', '{"format":"kaitsu-support-bundle"}', '['.repeat(5_000), '\u{fffe}'])
      expect(open(zipOf({ ...good, 'manifest.json': text }))).toEqual(refusedWith({ kind: 'wrongPart', part: 'manifest.json' }));
  });

  test('whose parts are not what they say is told by the part', () => {
    expect(open(zipOf(partsOf(events, {}, { 'environment.json': '{"program":1}' })))).toEqual(refusedWith({ kind: 'wrongPart', part: 'environment.json' }));
    expect(open(zipOf(partsOf(events, {}, { 'preflight.json': '"none"' })))).toEqual(refusedWith({ kind: 'wrongPart', part: 'preflight.json' }));
  });
});

describe('a damaged bundle', () => {
  test('is told by the part that was changed, and by its lines', () => {
    const lines = events.split('\n');
    const changed = [lines[0]?.replace('0.1.0', '9.9.9'), ...lines.slice(1)].join('\n');
    const fault = { kind: 'changed', part: 'events.jsonl', lines: [1], damaged: 1 };
    expect(open(zipOf({ ...good, 'events.jsonl': changed }))).toEqual(refusedWith(fault));
    // Sums made again over the whole file: the line's own sum is still wrong.
    expect(open(zipOf(partsOf(changed)))).toEqual(refusedWith(fault));
    expect(open(zipOf({ ...good, 'log.jsonl': 'x' }))).toEqual(refusedWith({ kind: 'changed', part: 'log.jsonl', lines: [], damaged: 0 }));
  });

  test('names the first damaged lines of many, and says how many there are', () => {
    const broken = `${'not a line\n'.repeat(5_000)}${events}`;
    expect(open(zipOf(partsOf(broken)))).toEqual(
      refusedWith({ kind: 'changed', part: 'events.jsonl', lines: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], damaged: 5_000 }),
    );
  });

  test('whose last line is cut off, or is no text, or far too long, has a damaged line there', () => {
    const huge = lineOf(3, at, { ...request, filler: 'x'.repeat(200_000) });
    for (const last of [lineOf(3, at, request).slice(0, -10), lineOf(3, at, request), `${huge}\n`, '\n'])
      expect(open(zipOf(partsOf(`${events}${last}`)))).toEqual(refusedWith({ kind: 'changed', part: 'events.jsonl', lines: [3], damaged: 1 }));
  });

  test('that is cut off anywhere is told, and never opened', () => {
    const zip = zipOf(good);
    const content = zip.indexOf(Buffer.from('504b0102', 'hex'));
    for (let length = 4; length < content; length += 7) {
      const opening = open(zip.subarray(0, length));
      expect(opening, `${length} bytes`).toMatchObject({ kind: 'refused', fault: { kind: expect.stringMatching(/^(?:cutOff|changed|wrongPart)$/u) } });
    }
    const { 'log.jsonl': _, ...without } = good;
    expect(open(zipOf(without))).toEqual(refusedWith({ kind: 'cutOff', missing: ['log.jsonl'] }));
  });

  test('with any one byte changed is never opened as another one', () => {
    const zip = zipOf(good);
    const sound = open(zip);
    fc.assert(
      fc.property(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), (where, by) => {
        const changed = Buffer.from(zip);
        changed[where] = (changed[where] ?? 0) ^ by;
        const opening = open(changed);
        // Of the headers much is not read: there the content is the same.
        if (opening.kind === 'opened') expect({ ...opening.bundle, manifest: null }).toEqual(sound.kind === 'opened' && { ...sound.bundle, manifest: null });
      }),
      { numRuns: 400 },
    );
  });

  test('that is no zip at all, or nothing, is told as such', () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('PK'),
      Buffer.from('%PDF-1.7'),
      randomBytes(10_000),
      Buffer.from([0x50, 0x4b, 0x05, 0x06, ...Array(18).fill(0)]),
    ])
      expect(['notABundle', 'cutOff']).toContain((open(bytes) as { readonly fault: { readonly kind: string } }).fault.kind);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expect(open(Buffer.concat([Buffer.from('504b0304', 'hex'), bytes])).kind).toBe('refused');
      }),
    );
  });

  test('that is sealed for the bank is told so, whatever the length of its length', () => {
    for (const head of ['3080', '30820400', '3083010000', '308401000000'])
      expect(open(Buffer.from(`${head}06092a864886f70d010703a082`, 'hex'))).toEqual(refusedWith({ kind: 'sealed' }));
    expect(open(Buffer.from(`308204000606${'00'.repeat(40)}`, 'hex'))).toEqual(refusedWith({ kind: 'notABundle' }));
  });
});

describe('the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-replay-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const nothing = () => expect.fail('nothing is printed, saved or asked');
  const replayOf = (askForBundle: () => Promise<string | null>) =>
    createReplay({
      askForBundle,
      takePicture: async () => null,
      documents: () => folder,
      documentOutput: { print: nothing, makePdf: nothing, askWhere: nothing, write: nothing, showInFolder: nothing },
      clock: manualClock(at),
      log: createMemoryLog(),
    });

  test('is asked for, read where it lies, and leaves nothing behind', async () => {
    const path = join(folder, 'お問い合わせ.zip');
    writeFileSync(path, zipOf(good));
    const before = readdirSync(folder);
    const replay = replayOf(async () => path);
    expect(await replay.handlers.openFile(undefined)).toMatchObject({ ok: true, value: { kind: 'opened', bundle: { name: 'お問い合わせ.zip' } } });
    expect(await replayOf(async () => null).handlers.openFile(undefined)).toEqual({ ok: true, value: { kind: 'none' } });
    expect(readdirSync(folder)).toEqual(before);
  });

  test('that is not there, is a folder, or is larger than any bundle is refused before it is read', async () => {
    const large = join(folder, 'large.zip');
    writeFileSync(large, 'PK');
    truncateSync(large, 40 * 1024 * 1024 * 1024);
    for (const [path, kind] of [
      [join(folder, 'nowhere.zip'), 'unavailable'],
      [folder, 'tooLarge'],
      [large, 'tooLarge'],
    ] as const)
      expect(await replayOf(async () => path).handlers.openFile(undefined)).toMatchObject({ ok: true, value: { kind: 'refused', fault: { kind } } });
  });

  test('that was named at a start is handed over once', async () => {
    const path = join(folder, 'given.zip');
    writeFileSync(path, zipOf(good));
    const replay = replayOf(nothing);
    expect(await replay.handlers.openGiven(undefined)).toEqual({ ok: true, value: { kind: 'none' } });
    expect(replay.give(path)).toBe('given.zip');
    expect(await replay.handlers.openGiven(undefined)).toMatchObject({ value: { kind: 'opened' } });
    expect(await replay.handlers.openGiven(undefined)).toEqual({ ok: true, value: { kind: 'none' } });
  });

  test('that is dropped comes in pieces, and no more of it than is opened', async () => {
    const { handlers } = replayOf(nothing);
    const base64 = zipOf(partsOf(events, {}, { 'log.jsonl': randomBytes(400_000).toString('hex') }), 0).toString('base64');
    const pieces = base64.match(new RegExp(`.{1,${pieceLength}}`, 'gu')) ?? [];
    expect(pieces.length).toBeGreaterThan(2);
    for (const [index, piece] of pieces.entries()) {
      const last = index === pieces.length - 1;
      const reply = await handlers.drop({ first: index === 0, last, name: 'd.zip', piece });
      expect(reply).toMatchObject({ ok: true, value: { kind: last ? 'opened' : 'none' } });
    }
    // A piece without a beginning, and one too many.
    expect(await handlers.drop({ first: false, last: true, name: 'd.zip', piece: '' })).toMatchObject({
      value: { kind: 'refused', fault: { kind: 'tooLarge' } },
    });
    let refused = false;
    for (let sent = 0; sent <= bundleFileLimit && !refused; sent += pieceLength) {
      const reply = await handlers.drop({ first: sent === 0, last: false, name: 'd.zip', piece: 'A'.repeat(pieceLength) });
      refused = reply.ok && reply.value.kind === 'refused';
    }
    for (let more = 0; more < 10 && !refused; more += 1) {
      const reply = await handlers.drop({ first: false, last: false, name: 'd.zip', piece: 'A'.repeat(pieceLength) });
      refused = reply.ok && reply.value.kind === 'refused';
    }
    expect(refused).toBe(true);
  });
});
