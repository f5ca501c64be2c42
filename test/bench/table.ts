/** Two ways of doing the same thing, measured on the same machine one right after the other. */
export type Comparison = {
  readonly what: string;
  readonly ours: { readonly name: string; readonly milliseconds: readonly number[] };
  readonly other: { readonly name: string; readonly milliseconds: readonly number[] };
};

/** The middle value; of an even count the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('nothing was measured');
  return (upper + lower) / 2;
}

/**
 * Writes comparisons as Markdown: ratios of medians only, since milliseconds of one machine say nothing of another.
 * @param cores how many the machine has: all that is told of it
 */
export function asMarkdown(comparisons: readonly Comparison[], cores: number): string {
  const rows = comparisons.map(({ what, ours, other }) => {
    const ratio = median(ours.milliseconds) / median(other.milliseconds);
    return `| ${what} | ${ours.name} | ${other.name} | ${ratio.toFixed(2)} | ${ours.milliseconds.length} |`;
  });
  return [
    '# Performance',
    '',
    `Written by \`npm run bench\` on a machine with ${cores} cores. The ratio is the median time of the first way by that of the second: below 1, the first is faster.`,
    '',
    '| what | first way | second way | ratio | runs |',
    '|---|---|---|---:|---:|',
    ...rows,
    '',
  ].join('\n');
}

/** The same with milliseconds, for the eyes of whoever runs it. */
export function asText(comparisons: readonly Comparison[]): string {
  return comparisons
    .map(({ what, ours, other }) => {
      const [a, b] = [median(ours.milliseconds), median(other.milliseconds)];
      return `${what}: ${ours.name} ${a.toFixed(0)} ms, ${other.name} ${b.toFixed(0)} ms, ratio ${(a / b).toFixed(2)}`;
    })
    .join('\n');
}
