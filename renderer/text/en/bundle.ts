import type { jaBundle } from '../ja/bundle.ts';

export const enBundle: typeof jaBundle = {
  name: 'File for support',
  make: 'Make a file for support',
  lead: 'This file tells the bank, or your own IT staff, what happened. Saving it sends it nowhere. Look at what is in it before you decide to hand it to somebody.',
  gathering: 'Looking at this PC and gathering it all. This may take about 15 seconds.',
  leftOut: 'What is not in it',
  leftOutText: 'PINs, one-time passwords, and the names, telephone and account numbers that you entered in the request form',
  held: 'What is in it',
  heldText:
    'The contractor ID, the names of the company and its users as the screens showed them, what the certificate says, and the kind and settings of this PC',
  sealed: (bank) => `It is saved encrypted: ${bank} alone can open it.`,
  notSealed: 'It is not encrypted. Whoever gets the file can read it. Be sure whom you give it to.',
  preview: 'Everything that is saved',
  parts: {
    'events.jsonl': {
      name: 'What happened',
      about:
        'The screens that were shown, the names and results of what was done, and the results of the calls to the bank, in order of time. Nothing that was entered.',
    },
    'preflight.json': { name: 'Checks', about: 'What the checks of this PC and of the way to the bank found.' },
    'environment.json': {
      name: 'This PC',
      about: 'Versions of the system and the program, size of the screen, error of the clock, what the certificate says, and the like.',
    },
    'log.jsonl': { name: 'Log', about: 'What the program noted of its own work. Secrets are taken out as it is written.' },
    'manifest.json': { name: 'Contents', about: 'A list of what is in this file.' },
  },
  search: 'Search in it',
  found: (count) => (count === 1 ? 'There is 1 line.' : `There are ${count} lines.`),
  notFound: 'Nothing was found.',
  empty: 'There is nothing in this part.',
  save: 'Save the file',
  size: (kilobytes) => `Its size is about ${kilobytes} KB.`,
  again: 'Gather it again',
  fileTitle: 'Kaitsu file for support',
};
