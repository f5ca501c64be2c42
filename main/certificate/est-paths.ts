import { estFolder } from '../protocol/protocol.ts';

export type EstPaths = Readonly<Record<'caCertificates' | 'csrAttributes' | 'simpleEnroll' | 'simpleReenroll', string>>;

/**
 * @param label names one of several authorities behind one host (RFC 7030 section 3.2.2); null where there is none
 * @returns the paths of that authority's operations
 */
export function estPaths(label: string | null): EstPaths {
  const folder = label === null ? estFolder : `${estFolder}/${label}`;
  return {
    caCertificates: `${folder}/cacerts`,
    csrAttributes: `${folder}/csrattrs`,
    simpleEnroll: `${folder}/simpleenroll`,
    simpleReenroll: `${folder}/simplereenroll`,
  };
}
