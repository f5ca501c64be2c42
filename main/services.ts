import { randomUUID } from 'node:crypto';
import type { Outcome } from '../preload/contract/problem.ts';
import { type BankClient, createBankClient } from './bank/bank-client.ts';
import { type BankAddress, type Connected, connectWhenNeeded } from './bank/connection.ts';
import { createHttpClient, type HttpClient } from './bank/http-client.ts';
import type { BankProfile } from './bank/profile.ts';
import { createCertificateRetriever, type FullRetriever } from './certificate/retrieval.ts';
import type { CertificateStore } from './certificate/stores/store.ts';
import type { Keychain } from './keychain/keychain.ts';
import type { ActivationBank, CertificateRetriever, Clock, Log } from './procedure/ports.ts';
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
};

type Services = { readonly http: HttpClient; readonly bank: BankClient; readonly certificate: FullRetriever };

/**
 * Bank and certificate as the procedure sees them. Nothing waits for the bank before it is needed.
 * @param parts see ServiceParts
 */
export function createServices(parts: ServiceParts): { readonly bank: ActivationBank & UsersBank; readonly certificate: CertificateRetriever } {
  const connected = connectWhenNeeded(
    parts.locate,
    (address) => build(parts, address),
    (services) => void services.http.close(),
  );
  return { bank: bankWhenNeeded(connected), certificate: certificateWhenNeeded(connected) };
}

function build({ profile, keychain, store, folder, clock, log }: ServiceParts, { baseUrl, authority }: BankAddress): Services {
  const settings = { baseUrl, authority, clock, random: Math.random, log };
  const http = createHttpClient(settings);
  const certificate = createCertificateRetriever({
    keychain,
    send: http.send,
    tryLogon: (identity, contractorId, signal) => bank.checkLogon(identity, contractorId, signal),
    store,
    dataDir: folder,
    profile: profile.certificate,
    authority,
    clock,
    log,
  });
  const bank = createBankClient({
    http,
    openIdentityClient: (identity) => createHttpClient({ ...settings, identity }),
    readIdentity: certificate.readIdentity,
    newIdempotencyKey: randomUUID,
    clock,
    log,
  });
  return { http, bank, certificate };
}

function bankWhenNeeded(connected: Connected<Services>): ActivationBank & UsersBank {
  const withBank = async <T>(use: (bank: BankClient) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const services = await connected();
    return services.ok ? use(services.value.bank) : services;
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
    listUsers: (who, search, signal) => withBank((bank) => bank.listUsers(who, search, signal)),
    registerUser: (who, input, signal) => withBank((bank) => bank.registerUser(who, input, signal)),
    changeUser: (who, input, signal) => withBank((bank) => bank.changeUser(who, input, signal)),
    overwriteUserPins: (who, input, signal) => withBank((bank) => bank.overwriteUserPins(who, input, signal)),
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
  };
}
