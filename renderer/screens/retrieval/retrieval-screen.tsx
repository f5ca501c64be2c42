import { CertificateWay } from '../../components/certificate/certificate-way.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import type { StateOf } from '../../state/screen-of.ts';

/** The certificate's retrieval, with its real stages. */
export function RetrievalScreen({ state }: { readonly state: StateOf<'retrieval'> }) {
  const { api, text } = useWindow();
  return <CertificateWay state={state} words={text.screens.retrieval} begin={() => api.procedure.retrieveCertificate()} canGoBack={false} />;
}
