import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { problemFacts } from '../../preload/contract/problem-facts.ts';
import { type ProblemCode, problemCodes, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import { bankSituations, isSituationCode, pcSituations, situationCodes } from '../../preload/contract/situations.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import { problemScene } from '../../tools/window/problem-snapshots.ts';
import { arising } from '../support/arising.ts';

const known = new Map(Object.entries(arising));

describe.each(problemCodes)('the problem %s', (code: ProblemCode) => {
  it('says in every language what happened, why, and what to do, the likeliest cause first', () => {
    for (const { problem } of Object.values(catalogues)) {
      const { title, why, next } = problem.codes[code];
      const { causes, steps } = problem.advice[code];
      for (const sentence of [title, why, next, ...causes, ...steps]) expect(sentence.trim().length).toBeGreaterThan(2);
      expect(causes.length).toBeGreaterThan(0);
      expect(new Set([...causes, ...steps]).size).toBe(causes.length + steps.length);
      expect(problem.severities[problemFacts[code].severity]).not.toBe('');
    }
  });

  it('can be brought about in the practice, or a test is named that makes it arise', () => {
    const other = known.get(code);
    expect(isSituationCode(code)).toBe(other === undefined);
    if (other === undefined) return expect(situations).toMatch(new RegExp(`^ {2}'?${code}'?:`, 'mu'));
    expect(existsSync(other.file), other.file).toBe(true);
    const source = readFileSync(other.file, 'utf8');
    expect(source).toContain(other.title);
    expect(source).toContain(code);
    expect(other.because.length).toBeGreaterThan(10);
  });

  it('has a picture, with the code that is read to the bank by phone', () => {
    const { snapshot, users } = problemScene(code);
    const seen = users ?? snapshot.state;
    const shown = snapshot.notice ?? ('problem' in seen ? seen.problem : null);
    expect(shown).toMatchObject({ code, screenCode: expect.stringMatching(new RegExp(`-${problemNumbers[code]}$`, 'u')) });
  });
});

/** The test that puts the bank into each situation. */
const situations = readFileSync('test/integration/situations.test.ts', 'utf8') + readFileSync('test/support/program-situations.ts', 'utf8');

test('no number is used for two codes', () => {
  const numbers = Object.values(problemNumbers);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('a person who is stopped is told whom to call', () => {
  const left = problemCodes.filter((code) => problemFacts[code].severity === 'blocking' && problemFacts[code].contact === 'nobody');
  expect(left).toEqual([]);
});

test('no situation stands both at the bank and on the PC', () =>
  expect(situationCodes).toHaveLength(Object.keys(bankSituations).length + Object.keys(pcSituations).length));
