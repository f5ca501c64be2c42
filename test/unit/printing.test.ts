import { EventEmitter } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { printedOf, printPage } from '../../main/window/printing.ts';

const log = { info: vi.fn(), warn: vi.fn(), error: () => 'REF00001' };

describe('how a printing failed is told by the words of Electron', () => {
  test.each([
    ['Print job canceled', 'cancelled'],
    ['cancelled', 'cancelled'],
    ['No printers available on the network', 'noPrinter'],
    ['No valid printers available', 'noPrinter'],
    ['Failed to enumerate printers', 'noPrinter'],
    ['Invalid deviceName provided', 'noPrinter'],
    ['Print job failed', 'printFailed'],
    ['Invalid printer settings', 'printFailed'],
    ['', 'printFailed'],
  ])('%j is %s', (reason, expected) => expect(printedOf(reason)).toBe(expected));
});

type Callback = (success: boolean, reason: string) => void;

function printer(print: (options: unknown, callback: Callback) => void) {
  const alarms: (() => void)[] = [];
  const contents = Object.assign(new EventEmitter(), { print });
  const after = (_wait: number, run: () => void) => {
    alarms.push(run);
    return () => void alarms.splice(alarms.indexOf(run), 1);
  };
  return { contents, alarms, printed: printPage(contents as unknown as Electron.WebContents, { after }, log) };
}

describe('the person hears how the printing ended', () => {
  test('when it was printed, and nothing waits on', async () => {
    const { printed, alarms } = printer((_options, callback) => callback(true, ''));
    expect(await printed).toBe('done');
    expect(alarms).toEqual([]);
  });

  test('when Electron throws', async () => {
    const { printed } = printer(() => {
      throw new Error('Invalid page size');
    });
    expect(await printed).toBe('printFailed');
  });

  test('when Electron never tells', async () => {
    const { printed, alarms } = printer(() => undefined);
    alarms[0]?.();
    expect(await printed).toBe('printUnknown');
  });

  test('when the window goes while the dialog stands open', async () => {
    const { printed, contents } = printer(() => undefined);
    contents.emit('destroyed');
    expect(await printed).toBe('cancelled');
  });
});
