import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { documentsFolder } from '../../main/window/documents-folder.ts';
import { askWhereToSave } from '../../main/window/saving-place.ts';

const home = mkdtempSync(join(tmpdir(), 'kaitsu-saving-'));
const log = { info: vi.fn(), warn: vi.fn(), error: () => '' };
/** The dialog answers what the person chose. */
const ask = vi.fn<(proposed: string) => Promise<string | null>>();
const choose = (...names: readonly (string | null)[]) => {
  for (const name of names) ask.mockResolvedValueOnce(name === null ? null : join(home, name));
};
beforeEach(() => void ask.mockReset());
afterAll(() => rmSync(home, { recursive: true }));

describe('the ending of the file', () => {
  test.each([
    ['request', 'pdf', 'request.pdf'],
    ['request.pdf', 'pdf', 'request.pdf'],
    ['request.PDF', 'pdf', 'request.PDF'],
    ['2026.11', 'pdf', '2026.11.pdf'],
    ['依頼書', 'pdf', '依頼書.pdf'],
    ['reminder', 'ics', 'reminder.ics'],
    ['reminder.pdf', 'ics', 'reminder.pdf.ics'],
  ] as const)('%s for %s is saved as %s', async (typed, kind, saved) => {
    choose(typed);
    expect(await askWhereToSave(ask, join(home, `proposed.${kind}`), kind)).toBe(join(home, saved));
  });

  test('never replaces a file that the dialog did not ask about', async () => {
    writeFileSync(join(home, 'kept.pdf'), 'kept');
    choose('kept', null);
    expect(await askWhereToSave(ask, join(home, 'proposed.pdf'), 'pdf')).toBeNull();
    expect(ask.mock.calls[1]?.[0]).toBe(join(home, 'kept.pdf'));
  });
});

describe('where papers are proposed to be saved', () => {
  const documents = join(home, 'Documents');
  mkdirSync(documents);
  test.each([
    ['the Documents folder', () => documents, documents],
    ['the home where Documents leads to a folder that is not there', () => join(home, 'OneDrive', 'Documents'), home],
    [
      'the home where the system does not know Documents',
      () => {
        throw new Error("Failed to get 'documents' path");
      },
      home,
    ],
  ])('is %s', (_where, getPath, expected) => expect(documentsFolder({ getPath }, home, log)).toBe(expected));
});
