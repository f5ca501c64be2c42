const noPeerCertificate = "Bun's TLS server gives no certificate of the client (getPeerCertificate is missing)";

/**
 * Tests that run under Node only, by their titles, each with its reason. Where Bun lacks something that Electron
 * has, the test says nothing of BoringSSL; mutual TLS with a BoringSSL client is tested against a bank under Node
 * (test/boringssl/).
 * @type {Readonly<Record<string, Readonly<Record<string, string>>>>}
 */
export const leftOut = {
  'test/integration/certificate-formats.test.ts': {
    'opens a TLS connection that shows the certificate': noPeerCertificate,
  },
  'test/integration/practice-bank-certificate.test.ts': {
    'is open thirty days before expiry and some time after it, for the same subject': noPeerCertificate,
    'wants the certificate itself, not revoked, of a contract that is not locked': noPeerCertificate,
    'is allowed again once the branch has released another lock, and the certificate stays good': noPeerCertificate,
  },
  'test/integration/bank-client-http.test.ts': {
    'is refused when it speaks TLS 1.1 at most': "Bun's TLS server cannot be held to TLS 1.1",
  },
};
