import { randomUUID } from 'node:crypto';
import { type Outcome, success } from '../preload/contract/problem.ts';
import { createBankClient } from './bank/bank-client.ts';
import { type BankAddress, connectWhenNeeded } from './bank/connection.ts';
import type { HttpLimits } from './bank/http-client.ts';
import type { BankProfile } from './bank/profile.ts';
import type { OpenIdentityClient } from './certificate/renewal.ts';
import { createCertificateRetriever } from './certificate/retrieval.ts';
import type { CertificateStore } from './certificate/stores/store.ts';
import { compareDesignatedPc, noteDesignatedPc, thisPc } from './diagnosis/designated-pc.ts';
import type { Diagnosis } from './diagnosis/diagnosis.ts';
import type { Keychain } from './keychain/keychain.ts';
import type { ActivationBank, CertificateRetriever } from './procedure/ports.ts';
import type { ProgramPorts } from './program-ports.ts';
import type { Clock, Log } from './support/ports.ts';
import type { UsersBank } from './users/ports.ts';

/** What the services are made of. */
export type ServiceParts = {
  readonly ports: Pick<ProgramPorts, 'locate' | 'openHttpClient' | 'createDiagnosis' | 'run' | 'disk'>;
  readonly profile: BankProfile;
  readonly keychain: Keychain;
  readonly store: CertificateStore;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly log: Log;
  /** How long the bank may take; only tests hand in less than the usual. */
  readonly limits?: Partial<HttpLimits>;
};

export type Services = {
  readonly bank: ActivationBank & UsersBank;
  readonly certificate: CertificateRetriever;
  /** The diagnosis, once the bank is found: without it nothing is said of a certificate. */
  readonly diagnose: () => Promise<Outcome<Diagnosis>>;
};

/**
 * Bank and certificate as the procedure sees them. Nothing waits for the bank before something is sent.
 * @param parts see ServiceParts
 */
export function createServices({ ports, profile, keychain, store, folder, environment, clock, log, limits = {} }: ServiceParts): Services {
  const { locate, openHttpClient, disk } = ports;
  const settings = { clock, random: Math.random, log, limits };
  const { send } = connectWhenNeeded(locate, (address) => openHttpClient({ ...address, ...settings }));
  // Connections that present a certificate: for the logon and what follows it, and for its renewal.
  const openIdentityClient: OpenIdentityClient = (identity) => connectWhenNeeded(locate, (address) => openHttpClient({ ...address, ...settings, identity }));

  const certificate = createCertificateRetriever({
    keychain,
    send,
    openIdentityClient,
    tryLogon: (identity, contractorId, signal) => client.checkLogon(identity, contractorId, signal),
    store,
    dataDir: folder,
    storage: { disk },
    profile: profile.certificate,
    authority: () => ifLocated(locate, ({ authority }) => authority),
    clock,
    log,
  });
  const client = createBankClient({ http: { send }, openIdentityClient, readIdentity: certificate.readIdentity, newIdempotencyKey: randomUUID, clock, log });
  const diagnosis = ports.createDiagnosis({
    certificate,
    store,
    folder,
    bank: client,
    renewalRule: () => profile.certificate,
    comparePc: (where, now) => compareDesignatedPc(where, now, { disk }),
    notePc: (where, now) => noteDesignatedPc(where, now, { disk }),
    thisPc: () => thisPc({ platform: process.platform, run: ports.run, environment }),
    environment: () => environment,
    clock,
  });
  return {
    bank: { ...client, ...diagnosis.bank },
    certificate: { ...certificate, renew: diagnosis.renew },
    diagnose: () => ifLocated(locate, () => diagnosis),
  };
}

async function ifLocated<T>(locate: ProgramPorts['locate'], value: (address: BankAddress) => T): Promise<Outcome<T>> {
  const located = await locate();
  return located.ok ? success(value(located.value)) : located;
}
