import { generateKeyPairSync, randomBytes } from 'node:crypto';
import forge from 'node-forge';

/** Certificates made at test time; names and keys are good for nothing else. */
export type Issued = { readonly key: string; readonly certificate: string };
export type TestAuthority = Issued & {
  issue(order: { readonly commonName: string; readonly names?: readonly string[]; readonly from?: Date; readonly until?: Date }): Issued;
};

const day = 86_400_000;
const rsaKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

function build(subject: string, issuer: string, key: string, signer: string, extensions: object[], from: Date, until: Date): string {
  const certificate = forge.pki.createCertificate();
  const privateKey = forge.pki.privateKeyFromPem(key);
  certificate.publicKey = forge.pki.setRsaPublicKey(privateKey.n, privateKey.e);
  certificate.serialNumber = `01${randomBytes(12).toString('hex')}`;
  certificate.validity.notBefore = from;
  certificate.validity.notAfter = until;
  certificate.setSubject([{ name: 'commonName', value: subject }]);
  certificate.setIssuer([{ name: 'commonName', value: issuer }]);
  certificate.setExtensions(extensions);
  certificate.sign(forge.pki.privateKeyFromPem(signer), forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}

/** An authority of its own key. */
export function createTestAuthority(name: string): TestAuthority {
  const key = rsaKey();
  const extensions = [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
  ];
  const soon = (days: number) => new Date(Date.now() + days * day);
  const certificate = build(name, name, key, key, extensions, soon(-1), soon(30));
  return {
    key,
    certificate,
    issue: ({ commonName, names = [], from = soon(-1), until = soon(7) }) => {
      const own = rsaKey();
      const altNames = names.map((one) => (/^[0-9.]+$/u.test(one) ? { type: 7, ip: one } : { type: 2, value: one }));
      const usages = [
        { name: 'basicConstraints', cA: false },
        { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
        { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
        ...(altNames.length === 0 ? [] : [{ name: 'subjectAltName', altNames }]),
      ];
      return { key: own, certificate: build(commonName, name, own, key, usages, from, until) };
    },
  };
}

/** A PKCS#12 of a certificate, its key and its authority's certificate. */
export function bundle(issued: Issued, authority: Issued, passphrase: string): Uint8Array {
  const chain = [issued, authority].map((one) => forge.pki.certificateFromPem(one.certificate));
  const asn1 = forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(issued.key), chain, passphrase, { algorithm: 'aes256' });
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
}
