import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type JournalEntry, openJournal } from '../../main/procedure/journal.ts';
import { emptyRecord, keptRecordSchema, type ProcedureRecord, recordWith } from '../../main/procedure/record.ts';
import { programFile } from '../../main/support/kept-files.ts';
import { failure, problemOf } from '../../preload/contract/problem.ts';
import {
  at,
  certificate,
  contractorId,
  goodBank,
  goodRetriever,
  marked,
  memoryJournal,
  procedureWorld,
  renewedCertificate,
  settled,
  type World,
  walkTo,
} from './procedure-world.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-record-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));
const path = () => programFile(dir, 'journal');
const journal = () => openJournal(path());
/** What a run left, on the disk. */
const lay = async ({ journal: { entry } }: { readonly journal: { readonly entry: JournalEntry | null } }) => {
  const file = journal();
  await file.read();
  if (entry === null || !(await file.write(entry)).ok) throw new Error('The journal was not written');
};
const whats = (world: Pick<World, 'runner'>) => world.runner.record().entries.map(({ what }) => what);
const refusal = problemOf(failure('confirmation-refused').problem, '3-4-122');
const way = ['requested', 'released', 'activated', 'certificate', 'loggedOn'];

describe('what was done is noted', () => {
  test('step by step, with its time, the certificate and the last four digits of the contract', async () => {
    const world = await procedureWorld();
    await walkTo(world, 'loggedOn');
    const { serial, notAfter } = certificate;
    expect(world.runner.record()).toEqual({
      contract: { lastFour: contractorId.slice(-4), organization: '株式会社見本' },
      entries: [
        { what: 'requested', at },
        { what: 'released', at },
        { what: 'activated', at },
        { what: 'certificate', at, serial, notAfter },
        { what: 'loggedOn', at, serial, notAfter },
      ],
      beyond: { refused: 0, userPins: 0, others: 0 },
    });
  });

  test('with every refusal and its screen code, but without what the bank said of it or what was typed', async () => {
    const remark = { from: 'bank', text: 'The bank’s own words' } as const;
    const answers = ['wrong', 'wrong', 'right'];
    const bank = goodBank();
    const identify: typeof bank.identify = async (...input) =>
      answers.shift() === 'wrong' ? failure('identification-refused', { attemptsLeft: 6, remark }) : bank.identify(...input);
    const world = await procedureWorld({ bank: { ...bank, identify } });
    await walkTo(world, 'identification');
    await walkTo(world, 'newPins');
    for (let more = 0; more < 2; more += 1) await world.procedure.identify({ contractorId, registrationPin: marked.registrationPin });
    expect(world.runner.record().entries.filter(({ what }) => what === 'refused')).toEqual([
      { what: 'refused', at, code: 'identification-refused', screenCode: '2-3-101' },
      { what: 'refused', at, code: 'identification-refused', screenCode: '2-3-101' },
    ]);
    expect(JSON.stringify(world.runner.record())).not.toContain(remark.text);
  });

  test('not where a bank merely takes its time', async () => {
    const world = await procedureWorld({ certificate: { ...goodRetriever(), retrieve: async () => failure('enrolment-pending') } });
    await walkTo(world, 'retrieval');
    await settled();
    expect(whats(world)).toEqual(['requested', 'released', 'activated']);
  });

  test('and is there after a restart; the users by number alone, since user IDs are kept nowhere', async () => {
    const kept = memoryJournal();
    const world = await procedureWorld({ journal: kept });
    await walkTo(world, 'loggedOn');
    await world.runner.note({ what: 'userPins', userId: 'MARKED-user' });
    await world.runner.note({ what: 'refused', problem: refusal });
    expect(world.runner.record().entries).toContainEqual({ what: 'userPins', at, userId: 'MARKED-user' });
    await lay({ journal: kept });
    const second = await procedureWorld({ journal: journal() });
    expect(whats(second)).toEqual([...way, 'userPins', 'refused']);
    expect(second.runner.record().entries).toContainEqual({ what: 'userPins', at });
    const file = readFileSync(path(), 'utf8');
    for (const secret of Object.values(marked)) expect(file).not.toContain(secret);
    expect(file).not.toContain('MARKED-user');
  });
});

describe('the record is of the last procedure', () => {
  test('it outlives starting over, until the next one does something', async () => {
    const world = await procedureWorld();
    await walkTo(world, 'loggedOn');
    await world.procedure.startOver(undefined);
    expect(whats(world)).toEqual([...way, 'closed']);
    await world.procedure.startOver(undefined);
    expect(whats(world)).toEqual([...way, 'closed']);
    await world.procedure.chooseLockedOut(undefined);
    expect(whats(world)).toEqual([...way, 'closed']);
    await world.procedure.reportReleaseRequested(undefined);
    expect(whats(world)).toEqual(['requested']);
  });

  test('a call of the branch on another day begins another', async () => {
    const world = await procedureWorld();
    await walkTo(world, 'loggedOn');
    const nextDay = await procedureWorld({ journal: world.journal });
    expect(whats(nextDay)).toEqual(way);
    await nextDay.procedure.reportReleased(undefined);
    expect(whats(nextDay)).toEqual(['released']);
  });

  test('starting over on the way loses nothing of it, and a new request begins another', async () => {
    const world = await procedureWorld();
    await walkTo(world, 'certificateRequired');
    await world.procedure.startOver(undefined);
    expect(whats(world)).toEqual(['requested', 'released', 'activated']);
    await world.procedure.takeOffer(undefined);
    await walkTo(world, 'loggedOn');
    expect(whats(world)).toEqual(way);
  });

  test('logging on again adds nothing, nor does a wrong PIN then', async () => {
    const world = await procedureWorld();
    await walkTo(world, 'loggedOn');
    const bank = { ...goodBank(), logOn: async () => failure('logon-refused', { attemptsLeft: 6 }) };
    const second = await procedureWorld({ journal: world.journal, bank });
    await second.procedure.takeOffer(undefined);
    await second.procedure.logOn({ logonPin: marked.logonPin });
    expect(second.state()).toMatchObject({ step: 'certificateReady', problem: { code: 'logon-refused' } });
    expect(whats(second)).toEqual(way);
  });

  test('a renewal after the end is a procedure of its own, a contract with it', async () => {
    const world = await procedureWorld();
    await walkTo(world, 'loggedOn');
    await world.runner.dispatch({ type: 'validityKnown', serial: certificate.serial, validity: { kind: 'due', daysLeft: 3 } });
    await world.procedure.chooseRenewal(undefined);
    await settled();
    await world.procedure.logOn({ logonPin: marked.logonPin });
    expect(whats(world)).toEqual(['renewal', 'loggedOn']);
    expect(world.runner.record()).toMatchObject({ contract: { lastFour: contractorId.slice(-4) }, entries: [{ serial: renewedCertificate.serial }, {}] });
  });
});

describe('the journal', () => {
  test('of before there was a record opens as before, with an empty one', async () => {
    const kept = memoryJournal();
    await walkTo(await procedureWorld({ journal: kept }), 'certificateReady');
    await lay({ journal: kept });
    const { record, ...before } = JSON.parse(readFileSync(path(), 'utf8'));
    expect(record.entries).toHaveLength(4);
    writeFileSync(path(), JSON.stringify(before));
    const second = await procedureWorld({ journal: journal() });
    expect(second.runner.snapshot()).toMatchObject({ state: { step: 'start' }, offer: { contractorId } });
    expect(second.runner.record()).toEqual(emptyRecord);
    await second.procedure.takeOffer(undefined);
    await second.procedure.logOn({ logonPin: marked.logonPin });
    expect(whats(second)).toEqual(['loggedOn']);
  });

  test('with a record that is none of ours is damaged, as with any other damage: it is set aside and told', async () => {
    const kept = memoryJournal();
    await walkTo(await procedureWorld({ journal: kept }), 'certificateReady');
    await lay({ journal: kept });
    const laid = JSON.parse(readFileSync(path(), 'utf8'));
    writeFileSync(path(), JSON.stringify({ ...laid, record: { ...laid.record, entries: [{ what: 'paid', at }] } }));
    const second = await procedureWorld({ journal: journal() });
    expect(second.runner.snapshot()).toMatchObject({ state: { step: 'start' }, notice: { code: 'journal-unreadable' } });
    expect(second.runner.record()).toEqual(emptyRecord);
  });

  test('stays small: beyond the bounds there is a count, and the end is still noted', () => {
    let record: ProcedureRecord = emptyRecord;
    for (let number = 0; number < 300; number += 1) {
      record = recordWith(record, { what: 'userPins', userId: `user${number}` }, at);
      record = recordWith(record, { what: 'refused', problem: refusal }, at);
    }
    expect(record.beyond).toEqual({ refused: 200, userPins: 100, others: 0 });
    expect(keptRecordSchema.safeParse(record).success).toBe(true);
    expect(record.entries[0]).toMatchObject({ userId: 'user0' });
  });

  test('that the disk refuses for a while has what was noted meanwhile as soon as it takes it', async () => {
    const disk = { isFull: false };
    const real = memoryJournal();
    const write: typeof real.write = async (entry) => (disk.isFull ? failure('disk-full') : real.write(entry));
    const world = await procedureWorld({ journal: { ...real, write } });
    await walkTo(world, 'loggedOn');
    disk.isFull = true;
    await world.runner.note({ what: 'userPins', userId: 'user01' });
    expect(world.runner.snapshot().notice).toMatchObject({ code: 'disk-full' });
    disk.isFull = false;
    for (const alarm of world.alarms.splice(0)) alarm.run();
    await settled();
    await world.runner.settled();
    expect(real.entry?.record.entries.at(-1)).toMatchObject({ what: 'userPins', at });
  });
});
