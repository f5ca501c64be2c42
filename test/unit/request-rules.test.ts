import { describe, expect, it } from 'vitest';
import type { RequestEntries } from '../../preload/contract/release-request.ts';
import { findEntryErrors, noEntries } from '../../preload/contract/request-rules.ts';
import { asTyped } from '../../preload/contract/typed-text.ts';
import { requestEntries } from '../../renderer/help/samples/request.ts';
import { releaseRequest } from '../../tools/window/snapshots.ts';

const { layout } = releaseRequest();
const errorsOf = (some: Partial<RequestEntries>) => findEntryErrors({ ...requestEntries, ...some }, layout).map(({ input, error }) => `${input} ${error}`);

describe('a release request', () => {
  it('is complete when nothing that the bank asks for is missing', () => {
    expect(findEntryErrors(requestEntries, layout)).toEqual([]);
  });

  it('names what is missing in the order of the paper, so that the first one is gone to first', () => {
    expect(findEntryErrors(noEntries, layout).map(({ input }) => input)).toEqual([
      'date',
      'branch',
      'company',
      'representative',
      'accountNumber',
      'contractorId',
      'lockedPins',
      'reason',
      'contactName',
      'contactPhone',
    ]);
  });

  it.each<[Partial<RequestEntries>, string]>([
    [{ company: '   ' }, 'company empty'],
    [{ date: '2026-02-30' }, 'date notADay'],
    [{ date: '22.11.2026' }, 'date notADay'],
    [{ accountNumber: '123456' }, 'accountNumber wrongLength'],
    [{ accountNumber: '１２３４５６７' }, 'accountNumber fullWidth'],
    [{ contractorId: '4071820593x' }, 'contractorId notDigits'],
    [{ lockedPins: [] }, 'lockedPins nothingChosen'],
    [{ userName: '' }, 'userName empty'],
    [{ reason: 'other', reasonText: '' }, 'reasonText empty'],
    [{ contactPhone: '5550-0142' }, 'contactPhone notAPhone'],
    [{ contactPhone: '０３−５５５０' }, 'contactPhone fullWidth'],
    [{ contactPhone: '03ー1234ー5678' }, 'contactPhone fullWidth'],
    [{ contactPhone: '03–1234—5678' }, 'contactPhone fullWidth'],
    [{ accountNumber: '123‐4567' }, 'accountNumber fullWidth'],
    [{ contractorId: '4071−8205930' }, 'contractorId fullWidth'],
  ])('with %o is told: %s', (some, told) => {
    expect(errorsOf(some)).toEqual([told]);
  });

  it.each(['ー', '−', '–', '—', '‐', '－', '―', 'ｰ'])('takes %s in a telephone number for a hyphen as it is typed', (dash) => {
    const contactPhone = asTyped(`０３${dash}1234${dash}5678`, 'phone');
    expect(contactPhone).toBe('03-1234-5678');
    expect(errorsOf({ contactPhone })).toEqual([]);
  });

  it('says which entries the paper has no characters for, and minds only those that are printed', () => {
    const noEmoji = (text: string) => !/\p{Extended_Pictographic}/u.test(text);
    const entries = { ...requestEntries, company: '문구상사 😀', contactName: '😀', reason: 'forgotten', reasonText: '😀' } as const;
    expect(findEntryErrors(entries, layout, noEmoji)).toEqual([
      { input: 'company', error: 'notPrintable' },
      { input: 'contactName', error: 'notPrintable' },
    ]);
  });

  it("asks for the user only where a user's PIN is locked, and for words only where the reason is another", () => {
    expect(errorsOf({ lockedPins: ['logonPin', 'confirmationPin'], userName: '' })).toEqual([]);
    expect(errorsOf({ reason: 'forgotten', reasonText: '' })).toEqual([]);
  });

  it('is not asked for what the bank does not want on its paper', () => {
    const short = { ...layout, fields: layout.fields.filter(({ name }) => name === 'company') };
    expect(findEntryErrors({ ...noEntries, company: '株式会社みなと文具' }, short)).toEqual([]);
  });
});
