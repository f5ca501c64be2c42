import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startActivatedBank } from './activated-bank.ts';
import { compareKeyGeneration } from './key-generation.ts';
import { measureRetrievalByKaitsu } from './retrieval-by-kaitsu.ts';
import { measureRetrievalByShell } from './retrieval-by-shell.ts';
import { asMarkdown, asText, type Comparison } from './table.ts';

const retrievals = 7;

/**
 * Runs what is measured, one after the other, prints it, and writes docs/performance.md.
 * @param root the project's folder
 */
export async function runBench(root: string): Promise<void> {
  const comparisons = [await compareKeyGeneration(), await compareRetrieval()];
  console.log(asText(comparisons));
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(join(root, 'docs', 'performance.md'), asMarkdown(comparisons, availableParallelism()));
}

async function compareRetrieval(): Promise<Comparison> {
  const dir = mkdtempSync(join(tmpdir(), 'kaitsu-bench-bank-'));
  const activated = await startActivatedBank(dir);
  try {
    return {
      what: 'From the accepted one-time password to the certificate installed and tried',
      ours: { name: 'Kaitsu, key made ahead', milliseconds: await measureRetrievalByKaitsu(activated, retrievals) },
      other: { name: 'openssl, curl and pk12util', milliseconds: await measureRetrievalByShell(activated, retrievals) },
    };
  } finally {
    await activated.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
