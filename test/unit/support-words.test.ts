import { describe, expect, test } from 'vitest';
import practiceProfile from '../../assets/bank-profiles/practice.json';
import { bankProfileSchema } from '../../main/bank/profile.ts';
import { publishedBank } from '../../main/bank/published-bank.ts';
import { fromNumber, toNumber } from '../../preload/contract/full-code/codec.ts';
import { type DescribedWindow, windowCodec } from '../../preload/contract/full-code/described-window.ts';
import { readWindowCode, writeWindowCode } from '../../preload/contract/full-code/window-code.ts';
import { type Language, languages } from '../../preload/contract/preferences.ts';
import { problemFacts } from '../../preload/contract/problem-facts.ts';
import { type ProblemCode, problemCodes, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import { codeOfScreen } from '../../renderer/reproduction/reproduce-procedure.ts';
import {
  describedAt,
  neighbourOf,
  problemsAt,
  screensByCode,
  screensInOrder,
  usualScreenOf,
  wantedAfter,
  withoutProblem,
  withProblem,
} from '../../renderer/support/along-the-way.ts';
import { tellOf } from '../../renderer/support/compose.ts';
import { loadSide } from '../../renderer/support/load-side.ts';
import { problemWays } from '../../renderer/support/problem-ways.ts';
import { correctedBy, readCode } from '../../renderer/support/read-code.ts';
import { folded, search, searchIndex } from '../../renderer/support/search.ts';
import type { Side } from '../../renderer/support/side.ts';
import { otherScreens, usualScreens } from '../../renderer/support/usual-screens.ts';

/** What support is told: composed of every screen and every problem, in three languages; and how they find it. */

const bank = publishedBank(bankProfileSchema.parse(practiceProfile));
const sides = Object.fromEntries(await Promise.all(languages.map(async (language) => [language, await loadSide(language, bank)]))) as Record<Language, Side>;
const allShown = [...Object.values(usualScreens), ...otherScreens];
const everyWindow: readonly DescribedWindow[] = [
  ...allShown.map((shown) => describedAt(shown)),
  ...problemCodes.map((code) => withProblem(describedAt(usualScreens[usualScreenOf(code)]), code)),
];
const pairs = languages.flatMap((support) => languages.map((customer) => [support, customer] as const));

describe('what is told', () => {
  test.each(pairs)('has something to say of every screen and every problem (support %s, customer %s)', (support, customer) => {
    for (const described of everyWindow) {
      const told = tellOf(described, sides[support], sides[customer]);
      const where = `${told.code} ${described.shown.screen}`;
      const texts = [told.title, told.place, told.next, told.handOver.who, told.handOver.note, ...told.happened, ...told.causes.lines, ...told.tries];
      for (const text of [...texts, ...told.say.map(({ spoken }) => spoken)]) expect(text.trim(), where).not.toMatch(/^$|undefined|\$\{/u);
      expect(told.causes.lines.length, where).toBeGreaterThan(0);
      expect(told.tries.length, where).toBeGreaterThan(0);
      expect(new Set(told.say.map(({ spoken }) => spoken)).size, where).toBe(told.say.length);
      // Beside what is spoken stands its meaning only where the languages differ.
      expect(
        told.say.every(({ meaning }) => (support === customer ? meaning === null : meaning !== null)),
        where,
      ).toBe(true);
    }
  });

  test('is spoken with the labels of the customer’s screen, in their language', () => {
    const identification = withProblem(describedAt(usualScreens.identification), 'identification-refused');
    const spoken = tellOf(identification, sides.en, sides.ja)
      .say.map((line) => line.spoken)
      .join('\n');
    expect(spoken).toContain('「ログイン」を押してください');
    expect(spoken).toContain(sides.ja.text.problem.codes['identification-refused'].title.replace('。', ''));
    const meaning = tellOf(identification, sides.en, sides.ja)
      .say.map((line) => line.meaning)
      .join('\n');
    expect(meaning).toContain(sides.en.text.screens.identification.action);
  });

  test('warns of the lock by what the code says is left, and asks for no secret', () => {
    const { shown } = describedAt(usualScreens.identification);
    const at = (attemptsLeft: number) => withAttempts(withProblem(describedAt(shown), 'identification-refused'), attemptsLeft);
    const said = (described: DescribedWindow) =>
      tellOf(described, sides.en, sides.en)
        .say.map(({ spoken }) => spoken)
        .join('\n');
    expect(said(at(3))).toContain('3 more mistakes');
    expect(said(at(1))).toContain('The next mistake locks it');
    expect(said(at(3))).toContain('never tell anybody your PINs');
  });

  test('names the faults of fields by label and rule', () => {
    const described = describedAt(usualScreens.identification);
    const { shown } = described;
    if (!('form' in shown)) throw new Error('no form');
    const notes = { contractorId: 'wrongLength', registrationPin: 'fullWidth' } as const;
    const faulty = { ...described, shown: { ...shown, form: { ...shown.form, notes } } } as DescribedWindow;
    expect(tellOf(faulty, sides.ja, sides.ja).faults).toEqual([
      { label: '契約者ID（利用者番号）', fault: '11桁で入力してください。' },
      { label: 'ご契約先登録用暗証番号', fault: '全角の文字があります。半角で入力してください。' },
    ]);
  });

  test('tells nobody to press on where somebody else must act first', () => {
    for (const code of problemCodes.filter((one) => problemFacts[one].severity === 'blocking' || problemWays[one].to === 'security')) {
      const described = withProblem(describedAt(usualScreens[usualScreenOf(code)]), code);
      const act = sides.ja.words.screens[described.shown.screen].act(sides.ja.text);
      expect(
        tellOf(described, sides.ja, sides.ja).say.map(({ spoken }) => spoken),
        code,
      ).not.toContain(act);
    }
  });

  test('hands over to whom the problem’s facts name', () => {
    const fits = { nobody: ['nobody'], bank: ['bank', 'branch', 'security'], staff: ['staff', 'security'] } as const;
    for (const code of problemCodes) expect(fits[problemFacts[code].contact], code).toContain(problemWays[code].to);
  });
});

function withAttempts(described: DescribedWindow, attemptsLeft: number): DescribedWindow {
  return { ...described, shown: { ...described.shown, attemptsLeft } } as DescribedWindow;
}

describe('along the way', () => {
  test('every screen is reached forward and back, in the order of either kind of bank', () => {
    for (const steps of ['activationFirst', 'certificateFirst'] as const) {
      const order = screensInOrder(steps);
      expect([...order].sort()).toEqual(Object.keys(usualScreens).sort());
      const first = order[0];
      if (first === undefined) throw new Error('no screens');
      const walked = [describedAt(usualScreens[first])];
      for (let next = neighbourOf(walked[0] as DescribedWindow, 1, steps); next !== null; next = neighbourOf(next, 1, steps)) walked.push(next);
      expect(walked.map(({ shown }) => shown.screen)).toEqual(order);
      for (const [index, described] of walked.entries()) expect(neighbourOf(described, -1, steps)?.shown.screen).toBe(order[index - 1]);
    }
    expect(screensInOrder('certificateFirst').indexOf('new-pins')).toBeGreaterThan(screensInOrder('certificateFirst').indexOf('retrieval'));
  });

  test('keeps language, theme and text size of the customer', () => {
    const korean = { ...describedAt(usualScreens.identification), language: 'ko', look: 'systemDark', textSize: 'largest' } as const;
    expect(neighbourOf(korean, 1, 'activationFirst')).toMatchObject({ language: 'ko', look: 'systemDark', textSize: 'largest', problem: null });
    expect(withProblem(korean, 'pin-locked')).toMatchObject({ language: 'ko', look: 'systemDark', problem: { code: 'pin-locked' } });
  });

  test('every problem arises at some screen, and goes away again', () => {
    const arising = new Set(Object.keys(usualScreens).flatMap((screen) => problemsAt(screen as keyof typeof usualScreens)));
    expect(problemCodes.filter((code) => !arising.has(code))).toEqual([]);
    for (const described of everyWindow) expect(withoutProblem(described), described.shown.screen).toMatchObject({ problem: null });
  });

  test('every window of it can be told by a full code, so that it can be drawn', () => {
    for (const described of everyWindow)
      expect(readWindowCode(writeWindowCode(described))).toMatchObject({ kind: 'read', described: { shown: { screen: described.shown.screen } } });
    for (const described of everyWindow) expect(fromNumber(windowCodec, toNumber(windowCodec, described))).toEqual(described);
  });

  test('what the customer should have next is the screen without the problem, or where the problem leads', () => {
    const wanted = (code: ProblemCode) => wantedAfter(withProblem(describedAt(usualScreens[usualScreenOf(code)]), code), 'activationFirst');
    expect(wanted('identification-refused')).toMatchObject({ problem: null, shown: { screen: 'identification' } });
    expect(wanted('pin-locked')).toMatchObject({ shown: { screen: 'locked' } });
    expect(wanted('key-cannot-sign')).toMatchObject({ shown: { screen: 'release-request', paper: 'reissue' } });
    expect(wantedAfter(describedAt(usualScreens.identification), 'activationFirst').shown.screen).toBe('new-pins');
  });
});

describe('a code', () => {
  test.each(['2-3-101', '２－３－１０１', '2ー3ー101', ' 2 3 101 ', '2.3.101', '02-03-101'])('is read as people write it: %j', (text) => {
    expect(readCode(text)).toMatchObject({
      kind: 'shown',
      short: true,
      described: { shown: { screen: 'identification' }, problem: { code: 'identification-refused' } },
    });
  });

  test('of every screen and every problem leads to it', () => {
    for (const [code, shown] of screensByCode()) expect(readCode(code), code).toMatchObject({ kind: 'shown', described: { shown: { screen: shown.screen } } });
    for (const code of problemCodes) {
      const place = codeOfScreen(usualScreens[usualScreenOf(code)]);
      expect(readCode(`${place}-${problemNumbers[code]}`)).toMatchObject({ kind: 'shown', described: { problem: { code } } });
    }
  });

  test('that does not exist is named by what is wrong in it', () => {
    expect(readCode('')).toEqual({ kind: 'empty' });
    expect(readCode('9-9-101')).toEqual({ kind: 'noScreen', code: '9-9' });
    expect(readCode('2-3-777')).toEqual({ kind: 'noProblem', number: '777' });
    expect(readCode('x'.repeat(10_000)).kind).not.toBe('shown');
    expect(readCode('7K3M')).toEqual({ kind: 'length', symbols: 4 });
    expect(readCode('7K3M-9A2D-0FQW-TXU!')).toMatchObject({ kind: 'notASymbol', position: 15, character: 'U' });
  });

  test('of the full kind with a slip says where, and what would fit', () => {
    const code = writeWindowCode(withProblem(describedAt(usualScreens['new-pins']), 'session-expired'));
    const symbols = [...code.replaceAll('-', '')];
    const other = symbols[4] === 'Z' ? 'Y' : 'Z';
    const wrong = symbols
      .map((symbol, index) => (index === 4 ? other : symbol))
      .join('')
      .toLowerCase();
    const fault = readCode(wrong);
    expect(fault).toEqual({ kind: 'wrongSymbol', position: 5, is: other, couldBe: symbols[4] });
    if (fault.kind !== 'wrongSymbol') throw new Error('no fault');
    expect(correctedBy(wrong, fault)).toEqual({ text: code, symbol: symbols[4] });
    expect(readCode(code)).toMatchObject({ kind: 'shown', short: false });
  });
});

describe('the search', () => {
  const index = searchIndex(Object.values(sides));
  const best = (query: string) => search(index, query)[0];

  test('finds a number, a short code and its beginning', () => {
    expect(best('101')).toMatchObject({ kind: 'problem', problem: 'identification-refused' });
    expect(best('2-3-101')).toMatchObject({ kind: 'problem', problem: 'identification-refused' });
    expect(best('2-3')).toMatchObject({ kind: 'screen', code: '2-3' });
    expect(best('５２１')).toMatchObject({ problem: 'disk-full' });
  });

  test('knows no difference of width, case and kana, in any language', () => {
    expect(folded('ワンタイム　ＰＡＳＳ')).toBe(folded('わんたいむ pass'));
    expect(search(index, 'わんたいむぱすわーど').map(({ code }) => code)).toContain('2-5');
    expect(search(index, 'CAPS LOCK').map(({ code }) => code)).toContain('2-8-110');
    expect(search(index, '잠겼습니다').some((found) => found.kind === 'problem' && found.problem === 'pin-locked')).toBe(true);
    expect(search(index, 'PINs are locked').length).toBeGreaterThan(0);
  });

  test('wants every word, and answers nothing to nothing', () => {
    expect(search(index, '')).toEqual([]);
    expect(search(index, ' ・ ')).toEqual([]);
    expect(search(index, 'ロック xyzzy')).toEqual([]);
    expect(search(index, 'あ'.repeat(100_000))).toEqual([]);
    for (const code of problemCodes) expect(search(index, String(problemNumbers[code]))[0], code).toMatchObject({ kind: 'problem', problem: code });
  });
});
