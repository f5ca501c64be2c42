import { describe, expect, it, test } from 'vitest';
import { csvOf } from '../../main/hand-over/csv.ts';
import { sayFault, sayStep } from '../../main/hand-over/step-words.ts';
import { type HandOverEntry, handOverStepSchema, type ShownHandOverStep } from '../../preload/contract/hand-over.ts';
import { serialSchema } from '../../preload/contract/identities.ts';
import { languages } from '../../preload/contract/preferences.ts';
import { stepText } from '../../renderer/screens/hand-over/step-text.ts';
import { catalogues } from '../../tools/window/catalogues.ts';

const serial = serialSchema.parse('0A1B0A1B0A1B');
const at = '2026-11-22T01:12:03.000Z';

/** One step of every kind and way there is: the schema's own words, so that none is forgotten. */
function everyStep(): readonly ShownHandOverStep[] {
  const steps = handOverStepSchema.options.flatMap(({ shape }) => {
    const ways = Object.entries({ ...shape }).flatMap(([name, schema]) =>
      'options' in schema && name !== 'what' ? [[name, schema.options as readonly string[]] as const] : [],
    );
    const values = { serial, notAfter: at, setAside: 'hand-over.jsonl.unreadable', old: null, bank: 'asahi', host: 'ib.asahi.example', digest: '0'.repeat(16) };
    const names: readonly string[] = 'options' in shape.what ? shape.what.options : [...shape.what.values];
    return names.flatMap((what) => (ways[0] === undefined ? [{ ...values, what }] : ways[0][1].map((way) => ({ ...values, what, [ways[0]?.[0] ?? '']: way }))));
  });
  return [...steps.map((step) => handOverStepSchema.parse(step)), { what: 'other', called: 'teleported' }];
}

const entry = (more: Partial<HandOverEntry> = {}): HandOverEntry => ({
  n: 1,
  at,
  late: false,
  by: { user: 'suzuki', pc: 'MINATO-PC01', version: '1.2.3' },
  lastFour: '0036',
  step: { what: 'certificateRetrieved', serial, notAfter: '2027-11-22T06:00:00.000Z' },
  ...more,
});

describe('the words of a step', () => {
  it.each(languages)('are in the window and in the file the same, in %s', (language) => {
    const steps = everyStep();
    expect(steps.length).toBeGreaterThanOrEqual(30);
    for (const step of steps) expect(sayStep(step, language)).toBe(stepText(step, catalogues[language].handOver.paper));
  });
});

/** As RFC 4180 reads it. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
  const rows = csv.slice(1, -2).split(/\r\n(?=")/u);
  return rows.map((row) => [...row.matchAll(/"((?:[^"]|"")*)"(?:,|$)/gsu)].map(([, cell]) => (cell ?? '').replaceAll('""', '"')));
}

describe('the CSV', () => {
  it.each(languages)('has one head and one row a line, every row of the same length, in %s', (language) => {
    const rows = rowsOf(csvOf([entry(), entry({ n: 2, step: { what: 'released' } })], null, language));
    expect(rows.map((row) => row.length)).toEqual([13, 13, 13]);
    expect(rows[1]).toContain(sayStep(entry().step, language));
    // As Excel keeps it: no number that loses its zeros, no long hexadecimal that becomes a power of ten.
    for (const each of ['2026-11-22 10:12:03', at, '*******0036', '0A1B 0A1B 0A1B', '2027-11-22 15:00:00']) expect(rows[1]).toContain(each);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', ' =1+1', '\r=1', '＝1＋1', '＠SUM', '－1', '＋1'])(
    'lets nobody put a formula into a table: %j',
    (name) => {
      const [, row = []] = rowsOf(csvOf([entry({ by: { user: name, pc: name, version: '1' } })], null, 'ja'));
      expect(row.filter((cell) => cell === `'${name}`)).toHaveLength(2);
      for (const cell of row) expect(cell).not.toMatch(/^[\s\p{Cc}]*[=+\-@＝＋－＠]/u);
    },
  );

  test('takes quotes, commas and line feeds in a name for what they are', () => {
    const name = 'a"b",c\r\nd';
    const [, row] = rowsOf(csvOf([entry({ by: { user: name, pc: '', version: '' } })], null, 'en'));
    expect(row).toContain(name);
  });

  it.each(languages)('says in a row of its own what is missing, since no row can be there for it, in %s', (language) => {
    const fault = { line: 2, how: 'missing' } as const;
    const rows = rowsOf(csvOf([entry()], fault, language));
    expect(rows.map((row) => row.length)).toEqual([13, 13, 13]);
    expect([rows[2]?.[0], rows[2]?.[3], rows[2]?.[12]]).toEqual(['2', sayFault(fault, language), 'fault:missing']);
  });

  test('says from which line on nothing is proven', () => {
    const rows = rowsOf(csvOf([entry(), entry({ n: 2 }), entry({ n: 3 })], { line: 2, how: 'changed' }, 'en'));
    expect(rows.slice(1, 4).map((row) => row[11])).toEqual(['whole', 'not proven', 'not proven']);
  });
});
