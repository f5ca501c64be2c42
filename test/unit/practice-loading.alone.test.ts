import { tmpdir } from 'node:os';
import { build } from 'vite';
import { expect, test, vi } from 'vitest';
import { loadBankProfile } from '../../main/bank/load-profile.ts';
import { practiceOf } from '../../main/program.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { noScenarios } from '../support/one-place.ts';
import { createTestAuthority } from '../support/test-authority.ts';

/** A program that is set up for a real bank loads nothing of the practice. */

const loads = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../main/practice/open-practice.ts', async (original) => {
  loads.count += 1;
  return original();
});

test('the practice is loaded when a practice profile is opened, and not before', async () => {
  const log = createMemoryLog();
  const profile = await loadBankProfile(null, log);
  if (!profile.ok) throw new Error('no profile');
  const parts = { folder: tmpdir(), fork: () => expect.fail('no process is started'), scenarios: noScenarios, clock: systemClock, log };
  const real = { baseUrl: 'https://bank.example', authority: createTestAuthority('Real').certificate };
  await practiceOf({ ...profile.value, ...real, practice: false }, parts);
  await practiceOf({ ...profile.value, ...real }, parts);
  expect(loads.count).toBe(0);
  await practiceOf(profile.value, parts);
  expect(loads.count).toBe(1);
});

type Chunk = {
  readonly fileName: string;
  readonly name: string;
  readonly moduleIds: readonly string[];
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
};

/** The chunks of main's bundle, as `npm run build` makes them. */
async function chunksOfMain(): Promise<ReadonlyMap<string, Chunk>> {
  const built = await build({ mode: 'main', logLevel: 'silent', build: { write: false } });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return new Map(outputs.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one] as const] : [])));
}

/** Modules that are loaded together with a chunk: those of its own and of what it imports, except by import(). */
function loadedWith(chunks: ReadonlyMap<string, Chunk>, name: string, seen = new Set<string>()): readonly string[] {
  const chunk = chunks.get(name);
  if (chunk === undefined || seen.has(name)) return [];
  seen.add(name);
  return [...chunk.moduleIds, ...chunk.imports.flatMap((one) => loadedWith(chunks, one, seen))];
}

test('in the bundle, what starts with the program holds nothing of the practice and of its bank', async () => {
  const chunks = await chunksOfMain();
  const isPractice = (id: string) => /\/main\/practice(-bank)?\//u.test(id);
  const atStart = loadedWith(chunks, 'index.cjs');
  expect(atStart.some((id) => id.endsWith('/main/program.ts'))).toBe(true);
  expect(atStart.filter(isPractice)).toEqual([]);
  const later = chunks.get('index.cjs')?.dynamicImports.flatMap((name) => loadedWith(chunks, name)) ?? [];
  expect(later.filter(isPractice).some((id) => id.endsWith('/main/practice/decorate.ts'))).toBe(true);
});
