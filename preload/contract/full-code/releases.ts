/** The versions whose full codes this program reads, in their order; it grows at its end alone. The last one is this program's. */
export const releases = ['0.1.0'] as const;
export type Release = (typeof releases)[number];
