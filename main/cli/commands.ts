import { bankCommands } from './bank-commands.ts';
import { bundleCommands } from './bundle-command.ts';
import { certificateCommands } from './certificate-commands.ts';
import type { Command } from './command-line.ts';
import { issueCommands } from './issue-commands.ts';
import { journalCommands } from './journal-command.ts';
import { policyCommands } from './policy-commands.ts';
import { preflightCommands } from './preflight-command.ts';
import { recordCommands } from './record-commands.ts';
import { scheduleCommands } from './schedule-commands.ts';
import { statusCommands } from './status-command.ts';
import { supportCommands } from './support-command.ts';

/** Every command of `npm run kaitsu`, in the order of the help. */
export const commands: readonly Command[] = [
  ...statusCommands,
  ...preflightCommands,
  ...journalCommands,
  ...bundleCommands,
  ...recordCommands,
  ...issueCommands,
  ...certificateCommands,
  ...scheduleCommands,
  ...policyCommands,
  ...bankCommands,
  ...supportCommands,
];
