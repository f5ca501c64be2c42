/** Stretches of time, and what of them is common. Milliseconds since 1970; from is before until. */

export type Span = { readonly from: number; readonly until: number };

/** @returns the same time in spans that neither touch nor overlap, in order */
export function merged(spans: readonly Span[]): readonly Span[] {
  const all: { from: number; until: number }[] = [];
  for (const { from, until } of [...spans].sort((a, b) => a.from - b.from)) {
    if (until <= from) continue;
    const last = all.at(-1);
    if (last !== undefined && from <= last.until) last.until = Math.max(last.until, until);
    else all.push({ from, until });
  }
  return all;
}

/** @param one @param other both merged @returns the time that is in both, merged */
export function within(one: readonly Span[], other: readonly Span[]): readonly Span[] {
  const common: Span[] = [];
  let next = 0;
  for (const span of one) {
    // What ends before this one begins can be in none that follows either.
    while ((other[next]?.until ?? Number.POSITIVE_INFINITY) <= span.from) next += 1;
    for (let at = next; at < other.length; at += 1) {
      const { from, until } = other[at] ?? span;
      if (from >= span.until) break;
      common.push({ from: Math.max(from, span.from), until: Math.min(until, span.until) });
    }
  }
  return common;
}

/** @param one @param other both merged @returns the time of the one that is not in the other, merged */
export function without(one: readonly Span[], other: readonly Span[]): readonly Span[] {
  const gaps: Span[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const span of other) {
    gaps.push({ from, until: span.from });
    from = span.until;
  }
  gaps.push({ from, until: Number.POSITIVE_INFINITY });
  return within(one, gaps);
}

/** @returns milliseconds in all */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, until }) => sum + until - from, 0);
}
