import { join } from 'node:path';
import { type ScheduledRun, xmlText } from './scheduled-run.ts';

/** A user's agent of macOS: launchd.plist(5). Nothing in its words is replaced. */

export const agentLabel = 'jp.kaitsu.desktop.renewal';

export const agentPath = (home: string): string => join(home, 'Library', 'LaunchAgents', `${agentLabel}.plist`);

/** What was missed while the Mac was off is caught up on at the next logon. */
export function agentFile({ command, hour, minute }: ScheduledRun): string {
  const words = command.map((word) => `    <string>${xmlText(word)}</string>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${agentLabel}</string>
  <key>ProgramArguments</key>
  <array>
${words}
  </array>
  <key>StartCalendarInterval</key>
  <dict>
    <key>Hour</key>
    <integer>${hour}</integer>
    <key>Minute</key>
    <integer>${minute}</integer>
  </dict>
  <key>RunAtLoad</key>
  <true/>
  <key>LimitLoadToSessionType</key>
  <string>Aqua</string>
  <key>ProcessType</key>
  <string>Background</string>
</dict>
</plist>
`;
}
