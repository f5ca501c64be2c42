import { createInterface } from 'node:readline';
import { activate, startTestBank } from '../integration/practice-bank-client.ts';

/**
 * The practice bank in a process of its own under Node: a BoringSSL client meets an OpenSSL server there. Prints one
 * line of JSON when it stands; each line that it reads moves its clock on by so many milliseconds, and is answered.
 */
const bank = await startTestBank();
const grant = { contractorId: bank.contractorId, ...(await activate(bank)) };
process.stdout.write(`${JSON.stringify({ baseUrl: `https://127.0.0.1:${bank.bank.port}`, authority: bank.bank.authority, grant })}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  bank.clock.advance(Number(line));
  process.stdout.write(`${line}\n`);
}
await bank.end();
