import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';

/** Electron cannot run here: its dialog answers what the person chose. */
const showSaveDialog = vi.hoisted(() => vi.fn<(window: unknown, options: { readonly defaultPath: string }) => Promise<unknown>>());
vi.mock('electron', () => ({ dialog: { showSaveDialog } }));

import { documentsFolder } from '../../main/window/documents-folder.ts';
import { askWhereToSave } from '../../main/window/paper.ts';

const home = mkdtempSync(join(tmpdir(), 'kaitsu-saving-'));
const log = { info: vi.fn(), warn: vi.fn(), error: () => '' };
const window = {} as Electron.BrowserWindow;
const choose = (...names: readonly (string | null)[]) => {
  for (const name of names) showSaveDialog.mockResolvedValueOnce({ canceled: name === null, filePath: name === null ? '' : join(home, name) });
};
beforeEach(() => void showSaveDialog.mockReset());
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
    expect(await askWhereToSave(window, join(home, `proposed.${kind}`), kind)).toBe(join(home, saved));
  });

  test('never replaces a file that the dialog did not ask about', async () => {
    writeFileSync(join(home, 'kept.pdf'), 'kept');
    choose('kept', null);
    expect(await askWhereToSave(window, join(home, 'proposed.pdf'), 'pdf')).toBeNull();
    expect(showSaveDialog.mock.calls[1]?.[1].defaultPath).toBe(join(home, 'kept.pdf'));
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
