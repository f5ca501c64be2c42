import { CertificateWay } from '../../components/certificate/certificate-way.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import type { StateOf } from '../../state/screen-of.ts';

/** The certificate's renewal: the same stages as at its retrieval, and a way back to the certificate that is still there. */
export function RenewalScreen({ state }: { readonly state: StateOf<'renewal'> }) {
  const { api, text } = useWindow();
  const words = text.screens.renewal;
  return <CertificateWay state={state} words={words} place={words.place} begin={() => api.procedure.chooseRenewal()} canGoBack />;
}
