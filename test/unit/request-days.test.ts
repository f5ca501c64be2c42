import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { dayInJapan } from '../../main/release-request/file-names.ts';
import { languages } from '../../preload/contract/preferences.ts';
import { findEntryErrors } from '../../preload/contract/request-rules.ts';
import { isDay } from '../../preload/contract/typed-day.ts';
import { requestEntries } from '../../renderer/help/samples/request.ts';
import { nextBankDay } from '../../renderer/screens/awaiting-release/bank-day.ts';
import { formatDate, formatJapaneseDay, formatPaperDay } from '../../renderer/text/dates.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import { releaseRequest } from '../../tools/window/snapshots.ts';

/** The day on the release request: what may be entered, and how the paper and the line under the input write it. */

const errorsOf = (date: string) => findEntryErrors({ ...requestEntries, date }, releaseRequest().layout).map(({ input, error }) => `${input} ${error}`);

const { TZ } = process.env;
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

describe('a day on a Japanese form', () => {
  it.each([
    ['2026-11-22', '令和8年11月22日', '2026年11月22日'],
    // The last day of each era and the first of the next.
    ['2019-05-01', '令和元年5月1日', '2019年5月1日'],
    ['2019-04-30', '平成31年4月30日', '2019年4月30日'],
    ['1989-01-08', '平成元年1月8日', '1989年1月8日'],
    ['1989-01-07', '昭和64年1月7日', '1989年1月7日'],
    ['1926-12-25', '昭和元年12月25日', '1926年12月25日'],
    ['1926-12-24', '大正15年12月24日', '1926年12月24日'],
    ['1912-07-30', '大正元年7月30日', '1912年7月30日'],
    ['1912-07-29', '明治45年7月29日', '1912年7月29日'],
    // A first year ends with its calendar year, not after twelve months.
    ['2019-12-31', '令和元年12月31日', '2019年12月31日'],
    ['2020-01-01', '令和2年1月1日', '2020年1月1日'],
    // Leap days.
    ['2024-02-29', '令和6年2月29日', '2024年2月29日'],
    ['2028-02-29', '令和10年2月29日', '2028年2月29日'],
    ['2000-02-29', '平成12年2月29日', '2000年2月29日'],
  ])('%s is written %s, or %s by a bank that counts so, wherever the PC is', (day, japanese, common) => {
    expect(errorsOf(day)).toEqual([]);
    for (const zone of ['Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      process.env.TZ = zone;
      expect([formatPaperDay(day, 'japanese'), formatPaperDay(day, 'gregorian')]).toEqual([japanese, common]);
    }
  });

  it.each(languages)('is said under the input as the paper writes it, and in words of %s where those are others', (language) => {
    const { dateOnPaper } = catalogues[language].releaseRequest;
    const line = (day: string) => dateOnPaper(formatPaperDay(day, 'japanese'), formatDate(day, language));
    const own = { ja: ['', ''], en: ['30 April 2019', '29 February 2028'], ko: ['2019년 4월 30일', '2028년 2월 29일'] }[language];
    process.env.TZ = 'America/Los_Angeles';
    expect(line('2019-04-30')).toContain('平成31年4月30日');
    expect(line('2028-02-29')).toContain('令和10年2月29日');
    expect([line('2019-04-30'), line('2028-02-29')]).toEqual(own.map((each) => expect.stringContaining(each)));
  });

  it('follows the one before it, whatever the day: the calendar has no gaps and no day twice', () => {
    const days = fc.date({ min: new Date('1873-01-01'), max: new Date('2199-12-30'), noInvalidDate: true });
    const iso = (date: Date) => date.toISOString().slice(0, 10);
    fc.assert(
      fc.property(days, (date) => {
        const next = iso(new Date(date.getTime() + 86_400_000));
        expect([isDay(iso(date)), isDay(next)]).toEqual([true, true]);
        expect(formatJapaneseDay(next)).toMatch(/^(明治|大正|昭和|平成|令和)(元|[1-9][0-9]*)年([1-9]|1[0-2])月[1-9][0-9]?日$/u);
        expect(formatJapaneseDay(next)).not.toBe(formatJapaneseDay(iso(date)));
      }),
    );
  });

  it.each(['2026-02-29', '2100-02-29', '1900-02-29', '2024-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-11-00', '22.11.2026', '20266-11-22'])(
    'cannot be %s, which is none: the line under the input says nothing of it',
    (day) => {
      expect(errorsOf(day)).toEqual(['date notADay']);
      expect(isDay(day)).toBe(false);
      expect(formatJapaneseDay(day)).toBe(day);
    },
  );

  it.each(['0002-11-22', '0020-11-22', '0202-11-22'])('is not there yet while its year is typed: %s', (day) => {
    expect(errorsOf(day)).toEqual(['date notADay']);
    expect(formatJapaneseDay(day)).toBe(day);
  });

  it('is missing while nothing is entered', () => {
    expect(errorsOf('')).toEqual(['date empty']);
    expect(formatJapaneseDay('')).toBe('');
  });

  it("turns at Japan's midnight, on leap days and at the change of an era as well", () => {
    for (const [before, after] of [
      ['2026-11-22', '2026-11-23'],
      ['2028-02-28', '2028-02-29'],
      ['2028-02-29', '2028-03-01'],
      ['2027-02-28', '2027-03-01'],
      ['2019-04-30', '2019-05-01'],
    ] as const)
      expect([dayInJapan(new Date(`${before}T14:59:59Z`)), dayInJapan(new Date(`${before}T15:00:00Z`))]).toEqual([before, after]);
  });

  it.each([
    ['a Thursday', '2026-11-19T03:00:00Z', '2026-11-20'],
    ['a Friday before a holiday on Monday', '2026-11-20T03:00:00Z', '2026-11-24'],
    ['the evening in which it is tomorrow in Japan', '2026-11-24T16:00:00Z', '2026-11-26'],
    ['the day before three holidays', '2027-04-30T03:00:00Z', '2027-05-06'],
    ['a day between two holidays, which is one too', '2026-09-18T03:00:00Z', '2026-09-24'],
    ['the day before a leap day', '2028-02-28T03:00:00Z', '2028-02-29'],
    ['the last working day of the year', '2026-12-30T03:00:00Z', '2027-01-04'],
  ])('for the reminder is one on which branches are open: after %s', (_, handedIn, proposed) => {
    expect(nextBankDay(handedIn, new Date(handedIn))).toBe(proposed);
  });

  it('for the reminder is not in the past when the request was handed in long ago', () => {
    expect(nextBankDay('2026-11-02T03:00:00Z', new Date('2026-11-24T04:00:00Z'))).toBe('2026-11-25');
  });
});
