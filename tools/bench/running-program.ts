import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { activate, arrive, createDriver, getReleased, logOn, newPins, retrieveCertificate } from '../journey/journey.ts';
import { launchKaitsu, type Running } from '../journey/launch.ts';
import { type PrivateSession, startPrivateSession } from '../shell/private-session.ts';
import type { Comparison } from './table.ts';

/** A main that opens a window with a preload, and does nothing else. */
const bareWindow = resolve('tools/bench/bare-window/main.cjs');
const roundTrips = 200;
const journeys = 3;
const shellNames = { electron: 'on Electron', 'stand-in': 'on the stand-in for Electron (Node and Chromium)' } as const;

/** What is measured of the whole program: how fast its border is crossed, and how much memory main takes on the journey. */
export async function measureProgram(): Promise<readonly Comparison[]> {
  const messages: Messages = { fetch: [], request: [], channel: [] };
  const peaks: number[] = [];
  const bare: number[] = [];
  let shell: Running['shell'] = 'stand-in';
  for (let journey = 0; journey < journeys; journey += 1) {
    const session = await startPrivateSession('bench');
    try {
      const running = await launchKaitsu({ session, language: 'en' });
      shell = running.shell;
      try {
        const driver = createDriver(running.page, 'en');
        await arrive(driver, 'start');
        if (journey === 0) await measureMessages(running.page, messages);
        await travel(driver);
        peaks.push(peakMemory(readFileSync(`/proc/${running.pid}/status`, 'utf8')));
      } finally {
        await running.close().catch(() => running.kill());
      }
      bare.push(await memoryOfShell(session));
    } finally {
      await session.stop();
    }
  }
  const floor = { name: 'MessageChannel within the page', values: messages.channel };
  const name = shellNames[shell];
  return [
    { what: 'IPC: fetching a state from main and back', unit: 'ms', ours: { name, values: messages.fetch }, other: floor },
    { what: 'IPC: a request, checked and refused by main', unit: 'ms', ours: { name, values: messages.request }, other: floor },
    {
      what: "Peak memory of main's process over the whole journey",
      unit: 'MiB',
      ours: { name, values: peaks },
      other: { name: 'the same shell with a window and nothing else', values: bare },
    },
  ];
}

async function travel(driver: ReturnType<typeof createDriver>): Promise<void> {
  await getReleased(driver);
  await activate(driver);
  await retrieveCertificate(driver);
  await logOn(driver, newPins.logon);
  await arrive(driver, 'loggedOn');
}

type Messages = { fetch: readonly number[]; request: readonly number[]; channel: readonly number[] };

/** All three in turns, timed by the page's own clock: milliseconds each. */
async function measureMessages(page: Page, into: Messages): Promise<void> {
  const measured = await page.evaluate(async (rounds) => {
    const { kaitsu } = window;
    if (kaitsu === undefined) throw new Error('The page has no window.kaitsu.');
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = ({ data }) => port2.postMessage(data);
    const echo = (value: unknown) =>
      new Promise((resolve) => {
        port1.onmessage = resolve;
        port1.postMessage(value);
      });
    const time = async (work: () => Promise<unknown>) => {
      const begun = performance.now();
      await work();
      return performance.now() - begun;
    };
    const value = await kaitsu.states.procedure.fetch();
    const [fetch, request, channel]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round += 1) {
      fetch.push(await time(() => kaitsu.states.procedure.fetch()));
      // Nothing to cancel: refused without a trace.
      request.push(await time(() => kaitsu.procedure.cancelRetrieval()));
      channel.push(await time(() => echo(value)));
    }
    return { fetch, request, channel };
  }, roundTrips);
  Object.assign(into, measured);
}

/** proc(5): VmHWM, the largest resident set so far. @returns MiB */
function peakMemory(status: string): number {
  const kibibytes = /^VmHWM:\s*(\d+) kB$/mu.exec(status)?.[1];
  if (kibibytes === undefined) throw new Error('This system does not tell the peak memory of a process.');
  return Number(kibibytes) / 1024;
}

/** What the shell itself takes: on the stand-in, Node with the driver of Chromium. @returns MiB */
async function memoryOfShell(session: PrivateSession): Promise<number> {
  const running = await launchKaitsu({ session, entry: bareWindow });
  const peak = peakMemory(readFileSync(`/proc/${running.pid}/status`, 'utf8'));
  await running.kill();
  return peak;
}
