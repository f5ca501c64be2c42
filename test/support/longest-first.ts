import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest begin first: one that began last would keep one processor busy and leave the others idle. On a
 * fresh clone vitest knows no durations, and goes by the size of the files.
 */
const longest = [
  'recovery-in-program',
  'certificate-renewal',
  'situations.test',
  'unkind-shell',
  'situations-in-program',
  'commands-practice-bank',
  'accessibility-display',
  'software-keyboard.test',
  'renderer-fields',
  'renderer-release-request',
  'certificate-retrieval',
  'kept-state-property',
  'journey.test',
  'interruptions',
  'places.test',
  'users.test',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((name) => moduleId.includes(`/${name}`));
      return found === -1 ? longest.length : found;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}
