import type { PaperOutcome } from '../../../preload/contract/release-request.ts';
import type { Catalogue } from '../../text/ja/catalogue.ts';

/**
 * How the printing or saving of a paper ended on which nothing is typed.
 * @param savedAs the file's name; null where nothing was saved
 */
export function outcomeSentence(isPrint: boolean, outcome: PaperOutcome, savedAs: string | null, text: Catalogue): string {
  const words = text.releaseRequest;
  switch (outcome.kind) {
    case 'done':
      return isPrint ? text.record.printed : words.saved(savedAs ?? '');
    case 'printUnknown':
      return text.record.printUnknown;
    case 'cancelled':
    case 'noPrinter':
    case 'printFailed':
      return words[outcome.kind];
    // Nothing of it is typed, so nothing of it is missing.
    case 'incomplete':
      return words.printFailed;
    default:
      return outcome satisfies never;
  }
}
