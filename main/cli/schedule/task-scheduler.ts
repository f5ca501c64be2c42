import { clockTime, description, type ScheduledRun, xmlText } from './scheduled-run.ts';

/** A user's task of Windows: Task Scheduler Schema 1.2. */

export const taskName = '\\Kaitsu\\Certificate renewal';

/** By the rules of CommandLineToArgvW: backslashes count double before a quotation mark, also before the closing one. */
export const quoteForWindows = (word: string): string => `"${word.replace(/(\\*)"/gu, '$1$1\\"').replace(/\\+$/u, '$&$&')}"`;

/** The scheduler replaces %NAME% and $(Arg0), and knows no way to write them as they are. */
export const isFitForWindows = (word: string): boolean => !/%|\$\(/u.test(word);

/** @param user DOMAIN\name, where Windows says so @returns the document; schtasks wants it in UTF-16 with a byte order mark */
export function taskFile(run: ScheduledRun, user: string | null): Uint8Array {
  const [program, ...words] = run.command;
  const principal = user === null ? '' : `\n      <UserId>${xmlText(user)}</UserId>`;
  const text = `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>${description}</Description>
    <URI>${taskName}</URI>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-01T${clockTime(run)}:00</StartBoundary>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">${principal}
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT1H</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${xmlText(program)}</Command>
      <Arguments>${xmlText(words.map(quoteForWindows).join(' '))}</Arguments>
    </Exec>
  </Actions>
</Task>
`;
  return Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`, 'utf16le');
}
