import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyRecord, type ProcedureRecord, type RecordEntry, recordWith } from '../../main/procedure/record.ts';
import { paperOf } from '../../main/record/paper-of.ts';
import { placeOf } from '../../main/record/place.ts';
import { createRecord } from '../../main/record/record.ts';
import type { DocumentOutput, Printed } from '../../main/release-request/ports.ts';
import { serialSchema } from '../../preload/contract/identities.ts';
import { failure, problemOf, success } from '../../preload/contract/problem.ts';
import { type RecordState, recordLimits, recordPaperSchema } from '../../preload/contract/record.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';

const now = '2026-11-22T06:20:00.000Z';
const place = { user: 'minato', pc: 'PC01', version: '0.1.0' };
const minute = (number: number) => new Date(Date.parse(now) + number * 60_000).toISOString();
const of = (entries: readonly RecordEntry[], more: Partial<ProcedureRecord> = {}): ProcedureRecord => ({ ...emptyRecord, entries, ...more });
const pins = (number: number, userId?: string): RecordEntry => ({ what: 'userPins', at: minute(number), ...(userId === undefined ? {} : { userId }) });

describe('what stands on the page', () => {
  it('is empty, and says so, where nothing was done', () => {
    expect(paperOf(emptyRecord, place, now)).toMatchObject({
      contract: null,
      certificate: null,
      done: { shown: [], more: 0 },
      users: null,
      refusals: { shown: [] },
    });
  });

  it('names the users whose PINs were given anew once each, and counts the others', () => {
    const many = Array.from({ length: 36 }, (_, index) => pins(index, `user${index}`));
    const paper = paperOf(of([...many, pins(40, 'user0'), pins(41)], { beyond: { refused: 0, userPins: 5, others: 0 } }), place, now);
    expect(paper.users).toMatchObject({ more: 36 - recordLimits.users, unnamed: 6, firstAt: minute(0), lastAt: minute(41) });
    expect(paper.users?.named.slice(0, 2)).toEqual(['user0', 'user1']);
    expect(paper.users?.named).toHaveLength(recordLimits.users);
  });

  it('gathers refusals of one screen code on one line, and counts what has no line', () => {
    const refused = (screenCode: string, number: number): RecordEntry => ({ what: 'refused', at: minute(number), code: 'identification-refused', screenCode });
    const kinds = Array.from({ length: 12 }, (_, index) => refused(`2-3-${index}`, index));
    const { refusals } = paperOf(of([refused('2-3-0', -2), refused('2-3-0', -1), ...kinds], { beyond: { refused: 7, userPins: 0, others: 0 } }), place, now);
    expect(refusals.shown[0]).toEqual({ screenCode: '2-3-0', code: 'identification-refused', times: 3, lastAt: minute(0) });
    expect(refusals.shown).toHaveLength(recordLimits.refusals);
    expect(refusals.more).toBe(12 - recordLimits.refusals + 7);
  });

  it('has the certificate that came last', () => {
    const entry = (what: 'certificate' | 'renewal', serial: string): RecordEntry => ({ what, at: now, serial: serialSchema.parse(serial), notAfter: now });
    expect(paperOf(of([entry('certificate', '0A'), entry('renewal', '0B')]), place, now).certificate).toEqual({ serial: '0B', notAfter: now });
  });

  it('fits its schema whatever was noted, and counts everybody and everything', () => {
    const note = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }).map((userId) => ({ what: 'userPins' as const, userId })),
      fc.string({ maxLength: 100 }).map((code) => ({ what: 'refused' as const, problem: problemOf({ code: 'logon-refused' }, code) })),
    );
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(fc.array(note, { maxLength: 350 }), text, text, (notes, organization, user) => {
        const record = notes.reduce<ProcedureRecord>((before, each) => recordWith(before, each, now), {
          ...emptyRecord,
          contract: { lastFour: '5936', organization },
        });
        const paper = recordPaperSchema.parse(paperOf(record, { user, pc: user, version: user }, now));
        const refused = notes.filter(({ what }) => what === 'refused').length;
        expect(paper.refusals.shown.reduce((sum, { times }) => sum + times, 0) + paper.refusals.more).toBe(refused);
        const users = new Set(record.entries.flatMap((entry) => (entry.what === 'userPins' ? [entry.userId] : [])));
        expect((paper.users?.named.length ?? 0) + (paper.users?.more ?? 0)).toBe(users.size);
      }),
      { numRuns: 60 },
    );
  });

  it('says who made it and where, as the system does', () => {
    expect(placeOf('1.2.3')).toEqual({ user: expect.any(String), pc: expect.any(String), version: '1.2.3' });
  });
});

describe('the record in main', () => {
  let noted: ProcedureRecord;
  let published: RecordState | null;
  let done: string[];
  let printed: Printed;
  let answer: string | null;
  const documentOutput: DocumentOutput = {
    print: async () => printed,
    makePdf: async () => new Uint8Array([1, 2, 3]),
    askWhere: async (proposed, kind) => {
      done.push(`ask ${kind} ${proposed}`);
      return answer;
    },
    write: async (path) => (path.includes('full') ? failure('disk-full') : success(undefined)),
    showInFolder: (path) => done.push(`show ${path}`),
  };
  const make = () =>
    createRecord({
      noted: () => noted,
      place: () => place,
      documentOutput,
      documents: () => '/home/papers',
      publish: (value) => {
        published = value;
      },
      clock: { now: () => new Date(now), after: () => () => undefined },
      log: createMemoryLog(),
    });
  beforeEach(() => {
    noted = of([{ what: 'requested', at: now }]);
    published = null;
    done = [];
    printed = 'done';
    answer = '/home/papers/record.pdf';
  });

  it('is offered as soon as something was done, and no longer when the journal was set aside', async () => {
    noted = emptyRecord;
    const record = make();
    record.open();
    expect(record.current()).toEqual({ available: false, open: false, savedAs: null });
    for (const ask of [record.handlers.open, record.handlers.read, record.handlers.print, record.handlers.showSaved])
      expect(await ask(undefined)).toMatchObject({ ok: false, problem: { code: 'not-now' } });
    noted = of([{ what: 'requested', at: now }]);
    record.changed();
    expect(published).toMatchObject({ available: true });
    record.open();
    expect(published).toMatchObject({ open: true });
    noted = emptyRecord;
    record.changed();
    expect(published).toEqual({ available: false, open: false, savedAs: null });
  });

  it('is saved under its title and the day in Japan, and shown in its folder', async () => {
    const { handlers, current } = make();
    expect(await handlers.saveAsPdf({ title: '手続きの控え' })).toEqual({ ok: true, value: { kind: 'done' } });
    expect(current().savedAs).toBe('record.pdf');
    await handlers.showSaved(undefined);
    expect(done).toEqual(['ask pdf /home/papers/手続きの控え_2026-11-22.pdf', 'show /home/papers/record.pdf']);
  });

  it('says that saving was given up, and what the disk said', async () => {
    const { handlers } = make();
    answer = null;
    expect(await handlers.saveAsPdf({ title: 'x' })).toEqual({ ok: true, value: { kind: 'cancelled' } });
    answer = '/full/record.pdf';
    expect(await handlers.saveAsPdf({ title: 'x' })).toMatchObject({ ok: false, problem: { code: 'disk-full', reference: expect.any(String) } });
  });

  it.each(['done', 'cancelled', 'noPrinter', 'printFailed', 'printUnknown'] as const)('tells that printing came to %s', async (kind) => {
    printed = kind;
    expect(await make().handlers.print(undefined)).toEqual({ ok: true, value: { kind } });
  });

  it('is read as it is at that moment', async () => {
    const { handlers } = make();
    const read = await handlers.read(undefined);
    expect(read).toMatchObject({ ok: true, value: { madeAt: now, place, done: { shown: [{ what: 'requested', at: now }] } } });
  });
});
