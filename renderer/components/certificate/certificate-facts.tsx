import type { CertificateSummary } from '../../../preload/contract/procedure.ts';
import { formatDateTime } from '../../text/dates.ts';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import './certificate-facts.css';

/** Pairs of figures, so that a long serial number can be read out. */
function inPairs(serial: string): string {
  return serial.replace(/(..)(?=.)/gu, '$1 ');
}

/** What may be shown of a certificate. */
export function CertificateFacts({ certificate }: { readonly certificate: CertificateSummary }) {
  const { text, language } = useWindow();
  const words = text.certificate;
  const facts = [
    [words.subject, certificate.subject],
    [words.serial, inPairs(certificate.serial)],
    [words.notAfter, formatDateTime(certificate.notAfter, language)],
    [words.issuer, certificate.issuer],
    [words.store, words.stores[certificate.store]],
  ] as const;
  return (
    <dl className="facts" aria-label={words.facts}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>
            <Words>{term}</Words>
          </dt>
          <dd>
            <Words>{value}</Words>
          </dd>
        </div>
      ))}
    </dl>
  );
}
