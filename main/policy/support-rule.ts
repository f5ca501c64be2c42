import type { Policy } from './read-policy.ts';

/** @returns whether the support mode may be opened on this PC; without a policy it may */
export function mayOpenSupport({ prescribed: { supportModeAllowed } }: Policy): boolean {
  return supportModeAllowed?.value !== false;
}
