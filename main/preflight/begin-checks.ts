import { hasNetwork } from '../bank/addresses.ts';
import type { Dial } from '../bank/proxy/dial.ts';
import { findWays, type WayParts } from '../bank/proxy/ways.ts';
import type { CertificateStore } from '../certificate/stores/store.ts';
import type { Clock, Log } from '../support/ports.ts';
import { compareDates } from './bank-certificate.ts';
import { openBankLine } from './bank-line.ts';
import { looksCaptive } from './captive-portal.ts';
import { type LineParts, lineChecks } from './line-checks.ts';
import { type PcParts, pcChecks } from './pc-checks.ts';
import type { PreflightParts } from './preflight.ts';

/** What the preflight looks at: this PC and the way to the bank, as the program uses them. */
export type CheckedProgram = WayParts &
  Pick<LineParts, 'locate'> &
  Omit<PcParts, 'store'> & {
    readonly openHttpClient: Parameters<typeof openBankLine>[0];
    readonly dial: Dial;
    /** $XDG_DATA_HOME, where it is set. */
    readonly dataHome: string | undefined;
    readonly store: CertificateStore;
    readonly clock: Clock;
    readonly log: Log;
  };

/** @returns what makes the eight checks, for one run after the other */
export function beginChecks({ openHttpClient, dial, dataHome, store, clock, log, ...parts }: CheckedProgram): PreflightParts['begin'] {
  const line: LineParts = {
    locate: parts.locate,
    open: openBankLine(openHttpClient, clock, log),
    compareDates: compareDates(clock, dial),
    looksCaptive: looksCaptive(),
    connected: hasNetwork,
    findWays: (server) => findWays(server, parts),
    clock,
  };
  const pc = { ...parts, store: { home: parts.home, dataHome, store, run: parts.run } };
  return () => ({ ...lineChecks(line), ...pcChecks(pc) });
}
