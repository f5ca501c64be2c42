/** The tests that run on BoringSSL too: certificate, sealing of keys and secrets, TLS client, practice bank. */
export const files = [
  'test/boringssl/mutual-tls.test.ts',
  'test/unit/bank-file.test.ts',
  'test/unit/certificate-answers.test.ts',
  'test/unit/certificate-key.test.ts',
  'test/unit/certificate-verification.test.ts',
  'test/unit/practice-bank-secrets.test.ts',
  'test/integration/certificate-formats.test.ts',
  'test/integration/pkcs12-formats.test.ts',
  'test/integration/certificate-est.test.ts',
  'test/integration/bank-client-http.test.ts',
  'test/integration/practice-bank-activation.test.ts',
  'test/integration/practice-bank-certificate.test.ts',
  'test/integration/bundle-seal.test.ts',
  'test/integration/trial-signature.test.ts',
];
