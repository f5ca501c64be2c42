import { loadBankProfile } from './bank/load-profile.ts';
import { runTool } from './certificate/stores/run.ts';
import type { Registration } from './ipc/register.ts';
import { loadKeytar } from './keychain/load-keytar.ts';
import { composeLobby } from './lobby.ts';
import { type AtPlace, atPlace } from './places/at-place.ts';
import { findPlace } from './places/find-place.ts';
import { openPlaceFile } from './places/open-place.ts';
import type { Opening } from './places/opening.ts';
import { practicePlace } from './places/place.ts';
import type { PlacesParts } from './places/places.ts';
import { prescribedWays } from './policy/followed.ts';
import { readMachinePolicy } from './policy/machine-policy.ts';
import { composeProgram } from './program.ts';
import type { Program, ProgramHost } from './program-host.ts';
import type { ProgramLog } from './support/log.ts';
import { type ScenarioStart, showNoScenario } from './window/scenario-start.ts';

/** The program as it usually is, composed for the place that is to be opened. Start-up loads this file when it is wanted: the support mode has none of it. */

/** What the place and the policy do not bring. */
export type UsualHost = Omit<ProgramHost, keyof AtPlace | 'policy' | 'openPlaces' | 'loadKeytar' | 'run' | 'scenarios' | 'log'> &
  Pick<PlacesParts, 'restart' | 'askForFile'> & {
    /** The start asks for the practice where nothing was chosen yet. */
    readonly practiceWanted: boolean;
    /** start: where it begins at a scenario. */
    readonly scenario: Omit<ProgramHost['scenarios'], 'opened'> & { readonly start: ScenarioStart | null };
    readonly log: ProgramLog;
  };

/**
 * Composes the program and binds it to the contract.
 * @returns null where it was to begin at a scenario and does not; the person was told why
 */
export async function openUsualProgram(host: UsualHost, border: Pick<Registration, 'requests' | 'window' | 'origin'>): Promise<Program | null> {
  const { folder, platform, environment, resolveProxy, practiceWanted, restart, askForFile, clock, log } = host;
  const { start, ...scenarios } = host.scenario;
  const opened = start === null ? null : await start.read();
  if (start !== null && opened === null) return null;
  // It is the practice, whatever bank the policy prescribes.
  if (opened !== null) await openPlaceFile(folder).write(practicePlace);
  const machine = { run: runTool, loadKeytar };
  const policy = await readMachinePolicy({ ...machine, platform, environment });
  const { logRetentionDays } = policy.prescribed;
  if (logRetentionDays?.value != null) log.forgetOlderThan(logRetentionDays.value);
  const { opening, openPlaces } = await findPlace({ folder, policy, platform, practiceWanted, now: clock.now, log });
  if (opened !== null && opening.kind !== 'practice') {
    showNoScenario('forbidden');
    return null;
  }
  const program = await composeAt(opening, {
    ...host,
    ...machine,
    // The browsers' certificates of a scenario lie in its folder as well.
    ...(opened === null ? {} : { home: folder, dataHome: folder }),
    policy,
    scenarios: { opened, ...scenarios },
    ...prescribedWays(policy, { resolveProxy, environment }),
    openPlaces: (entryUnderWay: PlacesParts['entryUnderWay'], publish: PlacesParts['publish']) => openPlaces({ entryUnderWay, publish, restart, askForFile }),
  });
  program.answer(border);
  const staged = await program.stage();
  if (staged.ok) return program;
  showNoScenario('notReached', staged.problem.reference ?? '');
  await program.end();
  return null;
}

async function composeAt(opening: Opening, host: Omit<ProgramHost, Exclude<keyof AtPlace, 'folder'>>): Promise<Program> {
  const { folder, log } = host;
  switch (opening.kind) {
    case 'list':
      return composeLobby(host);
    case 'practice': {
      const profile = await loadBankProfile(null, log);
      if (!profile.ok) throw new Error('The bank profile that comes with the program is broken');
      return composeProgram({ ...host, ...atPlace(folder, practicePlace, profile.value) });
    }
    case 'contract':
      return composeProgram({ ...host, ...atPlace(folder, opening.id, opening.profile) });
    default:
      return opening satisfies never;
  }
}
