import type { ByHandCode } from '../../preload/contract/situations.ts';

/** A code that follows from what the person does, so that no switch can bring it about: why not, and the test that makes it arise. */
export type Arising = { readonly because: string; readonly file: string; readonly title: string };

export const arising: Readonly<Record<ByHandCode, Arising>> = {
  cancelled: {
    because: 'It is the answer to the person who cancels the retrieval.',
    file: 'test/integration/certificate-est.test.ts',
    title: 'is left at once when the person cancels',
  },
  'certificates-tidied': {
    because: 'It is the answer to the person who tidies up in the situation certificates-piled-up.',
    file: 'test/unit/pc-watch.test.ts',
    title: 'tells that they were put away, and takes it back when asked',
  },
};
