import { success } from '../../preload/contract/problem.ts';
import type { CertificateStore } from '../certificate/stores/store.ts';
import { serialOf, subjectValues } from '../certificate/x509.ts';

/**
 * The system's certificate store as one place sees it. The store itself knows no places: a certificate whose bundle lies at
 * another place is that one's, and is neither shown here nor taken out from here.
 * @param elsewhere names as of bundlesElsewhere
 */
export function storeOfPlace(store: CertificateStore, elsewhere: () => Promise<ReadonlySet<string>>): CertificateStore {
  return {
    ...store,
    async list(signal) {
      const [listed, others] = await Promise.all([store.list(signal), elsewhere()]);
      if (!listed.ok) return listed;
      return success(listed.value.filter((one) => !subjectValues(one, 'CN').some((contractorId) => others.has(`${contractorId}-${serialOf(one)}`))));
    },
  };
}
