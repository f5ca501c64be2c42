import { bankCommands } from './bank-commands.ts';
import type { Command } from './command-line.ts';
import { policyCommands } from './policy-commands.ts';

/** Every command of `npm run kaitsu`, in the order of the help. */
export const commands: readonly Command[] = [...policyCommands, ...bankCommands];
