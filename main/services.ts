import { randomUUID } from 'node:crypto';
import { type Outcome, success } from '../preload/contract/problem.ts';
import { type BankClient, createBankClient } from './bank/bank-client.ts';
import { type BankAddress, type Connected, connectWhenNeeded } from './bank/connection.ts';
import type { SendHttp } from './bank/http.ts';
import { createHttpClient, type HttpClient, type HttpClientSettings, type HttpLimits } from './bank/http-client.ts';
import type { BankProfile } from './bank/profile.ts';
import type { OpenIdentityClient } from './certificate/renewal.ts';
import { createCertificateRetriever, type FullRetriever } from './certificate/retrieval.ts';
import type { CertificateStore } from './certificate/stores/store.ts';
import { createDiagnosis, type Diagnosis } from './diagnosis/diagnosis.ts';
import type { Keychain } from './keychain/keychain.ts';
import { withProfileDamage } from './practice/damaged-profile.ts';
import { corruptRequests, damagedIdentity, type Fault, withoutCertificate } from './practice/faults.ts';
import type { ActivationBank, CertificateRetriever } from './procedure/ports.ts';
import type { Clock, Log } from './support/ports.ts';
import type { UsersBank } from './users/ports.ts';

/** What the services are made of. */
export type ServiceParts = {
  readonly locate: () => Promise<Outcome<BankAddress>>;
  readonly profile: BankProfile;
  readonly keychain: Keychain;
  readonly store: CertificateStore;
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Faults of the practice; always null where the bank is a real one. */
  readonly fault: Fault;
  /** How long the bank may take; only tests hand in less than the usual. */
  readonly limits?: Partial<HttpLimits>;
};

type Services = { readonly http: HttpClient; readonly bank: BankClient; readonly certificate: FullRetriever; readonly diagnosis: Diagnosis };

/**
 * Bank and certificate as the procedure sees them. Nothing waits for the bank before it is needed.
 * @param parts see ServiceParts
 */
export function createServices(parts: ServiceParts): {
  readonly bank: ActivationBank & UsersBank;
  readonly certificate: CertificateRetriever;
  readonly diagnose: Connected<Diagnosis>;
} {
  const connected = connectWhenNeeded(
    parts.locate,
    (address) => build(parts, address),
    (services) => void services.http.close(),
  );
  const diagnose = async (): Promise<Outcome<Diagnosis>> => {
    const services = await connected();
    return services.ok ? success(services.value.diagnosis) : services;
  };
  return { bank: bankWhenNeeded(connected), certificate: certificateWhenNeeded(connected), diagnose };
}

function build({ profile, keychain, store, folder, clock, log, fault, limits = {} }: ServiceParts, { baseUrl, authority }: BankAddress): Services {
  const settings = { baseUrl, authority, clock, random: Math.random, log, limits };
  const http = withProfileDamage(createHttpClient(settings), authority, (damaged) => createHttpClient({ ...settings, authority: damaged }), fault);
  const send = corruptRequests(http.send, fault);
  const openIdentityClient = identityClients(http, settings, fault);
  const certificate = createCertificateRetriever({
    keychain,
    send,
    openIdentityClient,
    tryLogon: (identity, contractorId, signal) => bank.checkLogon(identity, contractorId, signal),
    store,
    dataDir: folder,
    profile: profile.certificate,
    authority,
    clock,
    log,
  });
  const bank = createBankClient({
    http: { send },
    openIdentityClient,
    readIdentity: certificate.readIdentity,
    newIdempotencyKey: randomUUID,
    clock,
    log,
  });
  const diagnosis = createDiagnosis({ certificate, store, folder, clock, fault, environment: process.env, bank, profile: profile.certificate });
  return { http, bank, certificate, diagnosis };
}

/** Connections that present a certificate: for the logon and what follows it, and for its renewal. */
function identityClients(http: HttpClient, settings: HttpClientSettings, fault: Fault): OpenIdentityClient {
  return (identity) => {
    const client = createHttpClient({ ...settings, identity: damagedIdentity(identity, fault) });
    const send: SendHttp = (request) => (withoutCertificate(request.path, fault) ? http : client).send(request);
    return { send: corruptRequests(send, fault), close: client.close };
  };
}

function bankWhenNeeded(connected: Connected<Services>): ActivationBank & UsersBank {
  const withUsers = async <T>(use: (bank: UsersBank) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const services = await connected();
    return services.ok ? use(services.value.bank) : services;
  };
  const withBank = async <T>(use: (bank: ActivationBank) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const services = await connected();
    return services.ok ? use(services.value.diagnosis.bank) : services;
  };
  return {
    identify: (input, signal) => withBank((bank) => bank.identify(input, signal)),
    setPins: (token, input, signal) => withBank((bank) => bank.setPins(token, input, signal)),
    confirmOneTimePassword: (token, oneTimePassword, signal) => withBank((bank) => bank.confirmOneTimePassword(token, oneTimePassword, signal)),
    readSession: (token, signal) => withBank((bank) => bank.readSession(token, signal)),
    async abandon(token) {
      const services = await connected();
      if (services.ok) await services.value.bank.abandon(token);
    },
    logOn: (input, signal) => withBank((bank) => bank.logOn(input, signal)),
    listUsers: (who, search, signal) => withUsers((bank) => bank.listUsers(who, search, signal)),
    registerUser: (who, input, signal) => withUsers((bank) => bank.registerUser(who, input, signal)),
    changeUser: (who, input, signal) => withUsers((bank) => bank.changeUser(who, input, signal)),
    overwriteUserPins: (who, input, signal) => withUsers((bank) => bank.overwriteUserPins(who, input, signal)),
    async logOff(who) {
      const services = await connected();
      if (services.ok) await services.value.bank.logOff(who);
    },
  };
}

function certificateWhenNeeded(connected: Connected<Services>): CertificateRetriever {
  return {
    prepareKey: () => void connected().then((services) => services.ok && services.value.certificate.prepareKey()),
    async find(signal) {
      const services = await connected();
      return services.ok ? services.value.certificate.find(signal) : services;
    },
    async retrieve(grant, onStage, signal) {
      const services = await connected();
      return services.ok ? services.value.certificate.retrieve(grant, onStage, signal) : services;
    },
    async renew(current, onStage, signal) {
      const services = await connected();
      return services.ok ? services.value.diagnosis.renew(current, onStage, signal) : services;
    },
  };
}
