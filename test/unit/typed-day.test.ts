import { describe, expect, it } from 'vitest';
import { languages } from '../../preload/contract/preferences.ts';
import { readDay, readTime } from '../../preload/contract/typed-day.ts';
import { formatDate } from '../../renderer/text/dates.ts';

describe('a day as people write it', () => {
  it.each([
    ['2026-11-25', '2026-11-25'],
    ['2026/11/25', '2026-11-25'],
    ['2026.11.25', '2026-11-25'],
    ['2026. 11. 25.', '2026-11-25'],
    ['20261125', '2026-11-25'],
    ['２０２６年１１月２５日', '2026-11-25'],
    ['2026年 1月 5日', '2026-01-05'],
    ['2026년 11월 25일', '2026-11-25'],
    ['令和8年11月25日', '2026-11-25'],
    ['令和 8年11月25日', '2026-11-25'],
    ['令和元年5月1日', '2019-05-01'],
    ['R8.11.25', '2026-11-25'],
    ['平成31年4月30日', '2019-04-30'],
    ['25 November 2026', '2026-11-25'],
    ['Nov 25, 2026', '2026-11-25'],
    // Which is the month, nobody can tell.
    ['11/12/2026', null],
    ['11/25/2026', null],
    ['2026-02-30', null],
    ['0202-11-22', null],
    ['25 Foo 2026', null],
    ['令和0年1月1日', null],
    ['明日', null],
    ['', null],
  ])('%j is %s', (typed, day) => expect(readDay(typed)).toBe(day));

  it.each(languages)('is read back as the window writes it in %s', (language) => {
    for (const day of ['2026-11-25', '2027-01-05', '2028-02-29']) expect(readDay(formatDate(day, language))).toBe(day);
  });

  it('is written as banks write it in Japanese', () => {
    expect(formatDate('2026-11-25', 'ja')).toBe('2026年11月25日');
  });
});

describe('a time as people write it', () => {
  it.each([
    ['10:00', '10:00'],
    ['９：３０', '09:30'],
    ['10時', '10:00'],
    ['10時30分', '10:30'],
    ['午後3時', '15:00'],
    ['午前 12時', '00:00'],
    ['오후 3시 15분', '15:15'],
    ['3 pm', '15:00'],
    ['24:00', null],
    ['10:60', null],
    ['午後13時', null],
    ['朝', null],
    ['', null],
  ])('%j is %s', (typed, time) => expect(readTime(typed)).toBe(time));
});
