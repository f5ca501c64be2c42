import type { PracticePapers } from '../../../preload/contract/practice.ts';
import { contractorId, organization } from '../../help/samples/procedure.ts';

/** The demo company's papers. */
export const practicePapers: PracticePapers = {
  customerCard: {
    contractorId,
    oneTimePasswords: Array.from({ length: 5 }, (_, row) => Array.from({ length: 10 }, (_, column) => String(((row * 37 + column * 53) % 90) + 10))),
  },
  applicationForm: { organization, representative: '代表取締役', registrationPin: '8264' },
  contractStatus: 'locked',
  situation: null,
};
