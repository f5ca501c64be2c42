import type { jaStop } from '../ja/stop.ts';

export const enStop: typeof jaStop = {
  name: 'Help by phone',
  untilProven: 'You cannot go on until Kaitsu has made sure that this really is the bank.',
  proven: 'Kaitsu has made sure that this really is the bank. You can go on.',
  callBank: 'Please call the bank and read out the screen code.',
  copyCode: 'Copy the screen code',
  copied: 'Copied.',
};
