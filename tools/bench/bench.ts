import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { compareColdLoad } from './cold-load.ts';
import { compareKeyGeneration } from './key-generation.ts';
import { compareReplay } from './replay.ts';
import { compareRetrieval } from './retrieval.ts';
import { measureProgram } from './running-program.ts';
import { asMarkdown } from './table.ts';

/**
 * Runs what is measured, one after the other, prints the table, and writes it to docs/performance.md.
 * @param root the project's folder, with the program built
 */
export async function runBench(root: string): Promise<void> {
  const comparisons = [
    await compareKeyGeneration(),
    await compareRetrieval(),
    ...(await compareColdLoad(root)),
    ...(await measureProgram()),
    ...(await compareReplay()),
  ];
  const table = asMarkdown(comparisons, availableParallelism());
  console.log(table);
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(join(root, 'docs', 'performance.md'), table);
}
