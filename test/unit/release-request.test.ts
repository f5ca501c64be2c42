import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentOutput } from '../../main/release-request/ports.ts';
import { createReleaseRequest, type ReleaseRequestService } from '../../main/release-request/release-request.ts';
import { openRequestStore, requestFile } from '../../main/release-request/request-store.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import type { StepName } from '../../preload/contract/procedure.ts';
import type { ReleaseRequest } from '../../preload/contract/release-request.ts';
import { noEntries } from '../../preload/contract/request-rules.ts';
import { requestEntries } from '../../renderer/help/samples/request.ts';
import { createMemoryLog, type MemoryLog } from '../../tools/log/memory-log.ts';
import { releaseRequest } from '../../tools/window/snapshots.ts';

const { layout } = releaseRequest();
const reissueLayout = { ...layout, title: '電子証明書再発行依頼書', fields: layout.fields.filter(({ name }) => name === 'contractorId' || name === 'date') };

describe('the release request in main', () => {
  let dir: string;
  let log: MemoryLog;
  let step: StepName;
  let published: ReleaseRequest | null;
  let done: string[];
  let answer: string | null;
  let service: ReleaseRequestService;

  const documentOutput: DocumentOutput = {
    print: async () => {
      done.push('print');
      return 'done';
    },
    makePdf: async () => new Uint8Array([1, 2, 3]),
    askWhere: async (proposed, kind) => {
      done.push(`ask ${kind} ${proposed}`);
      return answer;
    },
    write: async (path) => {
      done.push(`write ${path}`);
      return path.includes('full') ? failure('disk-full') : success(undefined);
    },
    showInFolder: (path) => done.push(`show ${path}`),
  };
  const clock = { now: () => new Date('2026-11-22T02:00:00Z'), after: () => () => undefined };
  const make = async () => {
    service = createReleaseRequest({
      layout,
      reissueLayout,
      contractorId: () => contractorIdSchema.parse('12345678901'),
      store: await openRequestStore({ file: requestFile(dir), clock, log }),
      documentOutput,
      documents: () => '/home/papers',
      step: () => step,
      publish: (value) => {
        published = value;
      },
      newId: () => 'id',
      remindersAllowed: true,
      clock,
      log,
    });
    return service.handlers;
  };

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'kaitsu-request-'));
    log = createMemoryLog();
    step = 'locked';
    published = null;
    done = [];
    answer = '/home/papers/request.pdf';
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('opens with the last entries, dated today', async () => {
    writeFileSync(join(dir, 'release-request.json'), JSON.stringify({ version: 1, entries: { ...requestEntries, date: '2025-01-06' }, prepared: [] }));
    const handlers = await make();
    expect(await handlers.open(undefined)).toEqual({ ok: true });
    expect(published).toMatchObject({ open: true, entries: { ...requestEntries, date: '2026-11-22' } });
  });

  it('leaves the day of a request that was handed in as it stands on the paper', async () => {
    writeFileSync(join(dir, 'release-request.json'), JSON.stringify({ version: 1, entries: { ...requestEntries, date: '2026-11-19' }, prepared: [] }));
    step = 'awaitingRelease';
    const handlers = await make();
    await handlers.open(undefined);
    expect(published).toMatchObject({ open: true, entries: { date: '2026-11-19' } });
  });

  it('dates today what has no day yet, even when it is filled in only while waiting', async () => {
    step = 'awaitingRelease';
    const handlers = await make();
    await handlers.open(undefined);
    expect(published?.entries.date).toBe('2026-11-22');
  });

  it('has what was typed last on the disk before the program ends', async () => {
    const handlers = await make();
    void handlers.keep({ ...requestEntries, company: '株式会社まえの名' });
    void handlers.keep(requestEntries);
    await service.settled();
    expect(JSON.parse(readFileSync(join(dir, 'release-request.json'), 'utf8')).entries.company).toBe(requestEntries.company);
  });

  it('makes no reminder of a time that is over', async () => {
    const handlers = await make();
    const reminder = { title: '連絡の確認', text: '' };
    expect(await handlers.saveReminder({ ...reminder, at: '2026-11-22T01:59:00Z' })).toMatchObject({ ok: false, problem: { code: 'input-invalid' } });
    expect(done).toEqual([]);
    expect(await handlers.saveReminder({ ...reminder, at: '2026-11-22T02:01:00Z' })).toEqual({ ok: true, value: { kind: 'done' } });
  });

  it('opens the paper for a new certificate at any step, with the contract that it is about', async () => {
    step = 'retrieval';
    answer = '/home/papers/reissue.pdf';
    const handlers = await make();
    expect(await handlers.openReissue(undefined)).toEqual({ ok: true });
    expect(published).toMatchObject({ open: true, form: 'reissue', layout: reissueLayout, entries: { contractorId: '12345678901', date: '2026-11-22' } });
    // What its paper does not ask for is not looked at.
    const entries = { ...noEntries, contractorId: '12345678901', date: '2026-11-22' };
    expect(await handlers.print(entries)).toEqual({ ok: true, value: { kind: 'done' } });
    expect(await handlers.saveAsPdf(entries)).toEqual({ ok: true, value: { kind: 'done' } });
    expect(done).toContain('ask pdf /home/papers/電子証明書再発行依頼書_2026-11-22.pdf');
    expect(published?.savedAs).toBe('reissue.pdf');
    await handlers.close(undefined);
    step = 'locked';
    await handlers.open(undefined);
    expect(published).toMatchObject({ open: true, form: 'release', layout, savedAs: null });
  });

  it('does not open once the branch has called', async () => {
    step = 'logonMenu';
    expect(await (await make()).open(undefined)).toMatchObject({ ok: false, problem: { code: 'not-now' } });
    expect(published).toBeNull();
  });

  it('prints nothing that is incomplete, says what comes first, and keeps what was typed', async () => {
    const handlers = await make();
    await handlers.open(undefined);
    expect(await handlers.print({ ...requestEntries, branch: '', contactName: '' })).toEqual({
      ok: true,
      value: { kind: 'incomplete', input: 'branch', error: 'empty' },
    });
    expect(done).toEqual([]);
    expect(JSON.parse(readFileSync(join(dir, 'release-request.json'), 'utf8')).entries.company).toBe(requestEntries.company);
    expect(statSync(join(dir, 'release-request.json')).mode & 0o777).toBe(0o600);
  });

  it('proposes a name, saves where the person says, and can show it there', async () => {
    const handlers = await make();
    await handlers.open(undefined);
    expect(await handlers.saveAsPdf(requestEntries)).toEqual({ ok: true, value: { kind: 'done' } });
    expect(published?.savedAs).toBe('request.pdf');
    await handlers.showSaved(undefined);
    expect(done).toEqual([
      'ask pdf /home/papers/法人インターネットバンキング暗証番号ロック解除依頼書_2026-11-22.pdf',
      'write /home/papers/request.pdf',
      'show /home/papers/request.pdf',
    ]);
  });

  it('saves nothing when the person thinks better of it, and says so when the disk is full', async () => {
    const handlers = await make();
    await handlers.open(undefined);
    answer = null;
    expect(await handlers.saveAsPdf(requestEntries)).toEqual({ ok: true, value: { kind: 'cancelled' } });
    expect(await handlers.showSaved(undefined)).toMatchObject({ ok: false });
    answer = '/full/request.pdf';
    expect(await handlers.saveAsPdf(requestEntries)).toMatchObject({ ok: false, problem: { code: 'disk-full', reference: expect.any(String) } });
    expect(published?.savedAs).toBeNull();
  });

  it('closes when the request is handed in, and what lay ready for an earlier lock is forgotten', async () => {
    const handlers = await make();
    await handlers.setPrepared({ thing: 'customerCard', ready: true });
    await handlers.setPrepared({ thing: 'customerCard', ready: true });
    await handlers.setPrepared({ thing: 'applicationForm', ready: true });
    await handlers.setPrepared({ thing: 'applicationForm', ready: false });
    expect(published?.prepared).toEqual(['customerCard']);
    await handlers.open(undefined);
    service.stepReached('awaitingRelease', 'locked');
    expect(published).toMatchObject({ open: false, prepared: [] });
  });

  it('begins again when what was kept cannot be read, and repeats nothing of it in the log', async () => {
    writeFileSync(join(dir, 'release-request.json'), '{"entries": "見本 担当 03-1234-5678');
    await make();
    expect(service.current().entries).toEqual(noEntries);
    expect(readFileSync(join(dir, 'release-request.json.unreadable'), 'utf8')).toContain('見本');
    expect(log.lines.join()).not.toContain('見本');
  });
});
