/** What is used of keytar: one secret by service and account. */
export type Keytar = {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, secret: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
};

/** Loads keytar when it is first needed; rejects where its native module cannot run. */
export type LoadKeytar = () => Promise<Keytar>;
