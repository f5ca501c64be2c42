import { randomUUID } from 'node:crypto';
import type { ContractorId } from '../preload/contract/identities.ts';
import type { RecordState } from '../preload/contract/record.ts';
import type { ReleaseRequest } from '../preload/contract/release-request.ts';
import type { HandOver } from './hand-over/hand-over.ts';
import { createHandOverWindow, type HandOverWindow, type HandOverWindowParts } from './hand-over/window-requests.ts';
import type { Runner } from './procedure/runner.ts';
import type { ProgramHost } from './program-host.ts';
import type { ProgramPorts } from './program-ports.ts';
import { placeOf } from './record/place.ts';
import { createRecord, type RecordService } from './record/record.ts';
import { createReleaseRequest, type ReleaseRequestService } from './release-request/release-request.ts';
import type { RequestStore } from './release-request/request-store.ts';
import { createReminders, openReminderStore, type RemindersParts, type RemindersService, reminderFile } from './reminders/reminders.ts';
import type { FollowedPreferences } from './settings/prescribed-preferences.ts';

/** What leaves the window as paper or as a reminder, composed of the host's parts. */

/** The release request, as this window and this procedure have it. */
export function openRequest(host: ProgramHost, runner: Runner, store: RequestStore, publish: (value: ReleaseRequest) => void): ReleaseRequestService {
  const { profile, documentOutput, documents, clock, log } = host;
  return createReleaseRequest({
    layout: profile.releaseRequest,
    reissueLayout: profile.reissueRequest,
    contractorId: () => contractOf(runner),
    store,
    documentOutput,
    documents,
    step: () => runner.snapshot().state.step,
    publish,
    newId: randomUUID,
    remindersAllowed: host.policy.prescribed.remindersAllowed?.value !== false,
    clock,
    log,
  });
}

/** The record of the procedure, of what this runner noted. */
export function openRecord(host: ProgramHost, runner: Runner, publish: (value: RecordState) => void): RecordService {
  const { documentOutput, documents, version, clock, log } = host;
  return createRecord({ noted: runner.record, place: () => placeOf(version), documentOutput, documents, publish, clock, log });
}

type HandOverNeeds = ReminderParts & { readonly handOver: HandOver };

/** The hand-over record, in the language that was chosen. */
export function openHandOverWindow(
  host: ProgramHost,
  { handOver, runner, ports, preferences }: HandOverNeeds,
  publish: HandOverWindowParts['publish'],
): HandOverWindow {
  const { placeFolder, documentOutput, documents, version, clock, log } = host;
  const language = () => preferences.current().language;
  const place = () => placeOf(version);
  return createHandOverWindow({
    handOver,
    placeFolder,
    disk: ports.disk,
    noted: runner.record,
    place,
    language,
    documentOutput,
    documents,
    publish,
    clock,
    log,
  });
}

function contractOf(runner: Runner): ContractorId | null {
  const { state } = runner.snapshot();
  return 'contractorId' in state ? state.contractorId : null;
}

type ReminderParts = { readonly runner: Runner; readonly ports: Pick<ProgramPorts, 'disk'>; readonly preferences: Pick<FollowedPreferences, 'current'> };

/** Reminders of the certificate's end, in the language that was chosen. */
export async function openReminders(
  host: ProgramHost,
  { runner, ports, preferences }: ReminderParts,
  publish: RemindersParts['publish'],
): Promise<RemindersService> {
  const { profile, placeFolder, policy, clock, log } = host;
  const store = await openReminderStore({ file: reminderFile(placeFolder, { disk: ports.disk }), clock, log });
  const notify = (daysLeft: number | null) => host.notify(daysLeft, preferences.current().language);
  const allowed = policy.prescribed.remindersAllowed?.value !== false;
  return createReminders({ snapshot: runner.snapshot, store, days: profile.certificate.reminderDays, allowed, notify, publish, clock });
}
