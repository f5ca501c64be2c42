import { openingTime, replayInSupportMode, scrubbed, walkThrough } from '../journey/replayed-session.ts';
import { startPrivateSession } from '../shell/private-session.ts';
import type { Comparison } from './table.ts';

const rounds = 5;

/** What a long session costs support: a real one, its events again and again up to 10,000. */
export async function compareReplay(): Promise<readonly Comparison[]> {
  const session = await startPrivateSession('bench-replay');
  try {
    const { bundle } = await walkThrough(session);
    const [long, short, moving, idle]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let round = 0; round < rounds; round += 1) {
      await replayInSupportMode({ session, bundle, events: 10_000 }, async (page) => {
        long.push(await openingTime(page));
        const frames = await scrubbed(page);
        moving.push(frames.moving.dropped);
        idle.push(frames.idle.dropped);
      });
      await replayInSupportMode({ session, bundle, events: 100 }, async (page) => void short.push(await openingTime(page)));
    }
    return [
      {
        what: 'From the press on the button until the first moment of a support bundle stands there',
        unit: 'ms',
        ours: { name: '10,000 events', values: long },
        other: { name: '100 events', values: short },
      },
      {
        what: 'Frames dropped of 240 (requestAnimationFrame at 60 Hz), 10,000 events',
        unit: 'frames',
        ours: { name: 'scrubbing from end to end and back', values: moving },
        other: { name: 'the same window, idle', values: idle },
      },
    ];
  } finally {
    await session.stop();
  }
}
