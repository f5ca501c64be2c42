import { retrievalStages } from '../../../preload/contract/procedure.ts';
import { samples } from '../../../renderer/help/samples/pages.ts';
import { retrieval, snapshotOf } from '../../../renderer/help/samples/procedure.ts';
import { usersStates } from '../../../renderer/help/samples/users.ts';
import { problem, states } from '../../window/snapshots.ts';
import type { Scene, Scenes } from './scene.ts';

/** Manual 2 (6) and what it leads to: the certificate, and the logon with it. */

const stages: readonly Scene[] = retrievalStages
  .filter((stage) => stage !== 'key' && stage !== 'waiting')
  .map((stage) => ({ name: `75-retrieval-${stage}`, screen: 'retrieval', snapshot: snapshotOf(retrieval(stage)) }));

const retrievalScenes: Scenes = [
  { name: '19-retrieval-key', screen: 'retrieval', snapshot: snapshotOf(retrieval('key')) },
  { name: '20-retrieval-waiting', screen: 'retrieval', snapshot: snapshotOf(retrieval('waiting', { waitingUntil: '2026-11-22T06:04:05.000Z' })) },
  { name: '21-retrieval-stopped', screen: 'retrieval', snapshot: snapshotOf(retrieval('sent', { phase: 'stopped' })) },
  {
    name: '22-retrieval-failed',
    screen: 'retrieval',
    snapshot: snapshotOf(retrieval('installed', { phase: 'failed', problem: problem('keychain-locked', { reference: 'K7Q2M81X', screenCode: '2-7-512' }) })),
  },
  { name: '76-retrieval-cancelling', screen: 'retrieval', snapshot: snapshotOf(retrieval('sent', { phase: 'cancelling' })) },
  ...stages,
];

const { record } = samples.loggedOn;
const end = { screen: 'logged-on', ...samples.loggedOn } as const;
const unfold: Scene['prepare'] = (page, text) => page.getByText(text.screens.loggedOn.details).click();

export const certificateScenes = {
  'certificate-required': [{ name: '18-certificate-required', screen: 'certificate-required', ...samples.certificateRequired }],
  retrieval: retrievalScenes,
  'certificate-ready': [
    { name: '23-certificate-ready', screen: 'certificate-ready', ...samples.certificateReady },
    {
      name: '77-certificate-ready-sending',
      screen: 'certificate-ready',
      snapshot: snapshotOf({ ...states.certificateReady, phase: 'sending' }),
    },
    {
      name: '68-logged-off',
      screen: 'certificate-ready',
      snapshot: snapshotOf({ ...states.certificateReady, problem: problem('logged-off', { screenCode: '2-9-121' }) }),
    },
  ],
  'logged-on': [
    { ...end, name: '24-logged-on' },
    {
      ...end,
      name: '78-logged-on-first-time',
      snapshot: snapshotOf({ ...states.loggedOn, lastLogonAt: null }),
      users: usersStates.closed,
      whole: true,
      prepare: unfold,
    },
    { ...end, name: '79-logged-on-locked-users', users: { ...usersStates.closed, lockedUsers: 3 } },
    {
      ...end,
      name: '80-logged-on-record-saved',
      record: { ...record, savedAs: '法人インターネットバンキング 手続きの控え_2026-11-22.pdf' },
      whole: true,
      prepare: async (page, text) => {
        await page.getByRole('button', { name: text.record.saveRecord }).click();
        await page.getByRole('button', { name: text.releaseRequest.showSaved }).waitFor();
      },
    },
    { ...end, name: '81-record', record: { ...record, open: true }, prepare: (page) => page.locator('.record-preview .record-paper').waitFor() },
  ],
} as const satisfies Readonly<Record<string, Scenes>>;
