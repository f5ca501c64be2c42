/** One way of doing something, and what was measured at each run of it. */
type Way = { readonly name: string; readonly values: readonly number[] };

/** Two ways, measured on the same machine in turns, so that whatever else the machine does hits both. */
export type Comparison = { readonly what: string; readonly unit: 'ms' | 'MiB' | 'frames'; readonly ours: Way; readonly other: Way };

/** Does both ways in turns, each of the two first every other time. @returns what each run of each gave */
export async function inTurns(rounds: number, ours: () => Promise<number>, other: () => Promise<number>): Promise<readonly [number[], number[]]> {
  const [mine, others]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) mine.push(await ours());
    others.push(await other());
    if (round % 2 === 1) mine.push(await ours());
  }
  return [mine, others];
}

/** @returns milliseconds */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The middle value; of an even count the mean of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('nothing was measured');
  return (upper + lower) / 2;
}

/**
 * The table as Markdown: for the person who runs it, and for docs/performance.md.
 * @param cores how many the machine has: all that is told of it
 */
export function asMarkdown(comparisons: readonly Comparison[], cores: number): string {
  const rows = comparisons.map(({ what, unit, ours, other }) => {
    const [a, b] = [median(ours.values), median(other.values)];
    return `| ${what} | ${ours.name} | ${amount(a, unit)} | ${other.name} | ${amount(b, unit)} | ${b === 0 ? '–' : (a / b).toFixed(2)} | ${ours.values.length} |`;
  });
  return [
    '# Performance',
    '',
    `Written by \`npm run bench\` on a machine with ${cores} cores. Medians; both ways were measured in turns. The ratio is the first`,
    'median by the second: below 1, the first way is the better one. Amounts of one machine say little of another; ratios carry over.',
    '',
    '| what | first way | median | second way | median | ratio | runs |',
    '|---|---|---:|---|---:|---:|---:|',
    ...rows,
    '',
  ].join('\n');
}

function amount(value: number, unit: Comparison['unit']): string {
  if (unit === 'frames') return `${value} frames`;
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ${unit}`;
}
