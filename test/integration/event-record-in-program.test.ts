import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readLine } from '../../main/event-record/record-line.ts';
import { type RecordedEvent, recordedEventSchema } from '../../preload/contract/recorded-event.ts';
import { leaksIn } from '../support/leaks.ts';
import { closePrograms, newHome, secretsOf, startProgram, waitFor, walkTo } from './whole-program.ts';

/** What the whole program leaves in its event record, against the practice bank, with real tools and files. */

afterAll(closePrograms);

const filesOf = (folder: string): readonly Buffer[] =>
  readdirSync(join(folder, 'events'))
    .sort()
    .map((name) => readFileSync(join(folder, 'events', name)));

/** Every line is sound, and every event is what its schema says. */
function eventsOf(folder: string): readonly RecordedEvent[] {
  const lines = filesOf(folder).flatMap((file) => file.toString('utf8').split('\n').slice(0, -1));
  return lines.map((text) => recordedEventSchema.parse(readLine(text)?.event));
}

test('a whole journey can be read from its record, and nothing in it is a secret', async () => {
  const folder = newHome();
  const program = await startProgram(folder);
  const kept = new Set<string>();
  await walkTo(program, 'identification');
  await program.ask('procedure', 'identify', { contractorId: program.desk().contractorId, registrationPin: '9999' });
  await walkTo(program, 'oneTimePassword');
  for (const secret of secretsOf(folder).values()) kept.add(secret);
  await walkTo(program, 'certificateRequired');
  for (const secret of secretsOf(folder).values()) kept.add(secret);
  await walkTo(program, 'loggedOn');
  await program.ask('users', 'open');
  await program.ask('users', 'chooseRegisterOrChange');
  await program.ask('users', 'chooseSelection');
  await program.ask('users', 'search', { search: 'MARKED1search', lockedOnly: false, page: 1 });
  await waitFor(() => program.users().screen === 'selection');
  for (const secret of secretsOf(folder).values()) kept.add(secret);
  await program.logOff();
  await program.end();

  const events = eventsOf(folder);
  expect([events[0]?.kind, events.at(-1)?.kind]).toEqual(['programStarted', 'programEnded']);
  const requests = events.flatMap((event) => (event.kind === 'request' ? [`${event.request} ${event.problem ?? 'ok'}`] : []));
  expect(requests).toEqual(expect.arrayContaining(['procedure.chooseLockedOut ok', 'procedure.setPins ok', 'procedure.logOn ok', 'users.search ok']));
  const calls = events.flatMap((event) => (event.kind === 'bankCall' ? [event] : []));
  expect(calls).toContainEqual(expect.objectContaining({ path: '/v1/activation/sessions', status: 403, problem: expect.any(String), failure: null }));
  expect(calls).toContainEqual(expect.objectContaining({ method: 'POST', path: '/.well-known/est/simpleenroll', status: 200 }));
  expect(calls).toContainEqual(expect.objectContaining({ method: 'GET', path: '/v1/users', status: 200 }));
  expect(calls.filter(({ status, aheadSeconds }) => status !== null && Math.abs(aheadSeconds ?? 99) > 5)).toEqual([]);
  expect(events).toContainEqual(expect.objectContaining({ kind: 'tool', tool: 'certutil', outcome: 'ended', exitCode: 0 }));
  const steps = events.flatMap((event) => (event.kind === 'state' && event.state === 'procedure' ? [event.value.state.step] : []));
  for (const step of ['start', 'locked', 'identification', 'newPins', 'oneTimePassword', 'certificateRequired', 'retrieval', 'certificateReady', 'loggedOn'])
    expect(steps).toContain(step);

  const { registrationPin, newPins } = program.desk();
  const marked = [newPins.logonPin, newPins.confirmationPin, 'MARKED1search', ...[...kept].filter((secret) => secret.length >= 8)];
  expect(marked.length).toBeGreaterThan(4);
  const written = Buffer.concat(filesOf(folder));
  expect(leaksIn(written, marked)).toEqual([]);
  // Four digits may stand in a number; as a text they may not.
  expect(written.includes(`"${registrationPin}"`)).toBe(false);
  // A journey with its ten minutes is far from what a day may have.
  expect(written.byteLength).toBeLessThan(300 * 1024);
});

test('a second start goes on in it', async () => {
  const folder = newHome();
  for (const _start of [1, 2]) {
    const program = await startProgram(folder);
    await program.end();
  }
  expect(eventsOf(folder).filter(({ kind }) => kind === 'programStarted')).toHaveLength(2);
});
