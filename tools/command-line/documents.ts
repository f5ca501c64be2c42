import { z } from 'zod';
import { helpText } from '../../main/cli/command-help.ts';
import { commands } from '../../main/cli/commands.ts';

/** What docs/ says of the command line, made from the table of commands. */

/** @returns the schemas of what --json prints, by the file's name */
export function commandSchemas(): ReadonlyMap<string, object> {
  return new Map(
    commands.map(({ name, about, answer }) => {
      const { $schema, ...rest } = z.toJSONSchema(answer, { io: 'output' });
      return [`${name.replaceAll(' ', '-')}.schema.json`, { $schema, title: `kaitsu ${name}`, description: `${about.ja}\n${about.en}`, ...rest }];
    }),
  );
}

/** Between these lines of docs/command-line.md stands what is made here. */
export const helpBegin = '<!-- The help: written by WRITE_COMMANDS=1 npx vitest run --project unit command-documents -->';
export const helpEnd = '<!-- End of the help -->';

/** @returns the help of all commands, in both languages, as Markdown */
export function commandHelp(): string {
  const block = (lines: readonly string[]) => ['```', ...lines, '```'].join('\n');
  return [
    block(helpText(commands, null, 'en')),
    ...commands.filter(({ options }) => Object.keys(options).length > 0).map((one) => block(helpText(commands, one, 'en'))),
    block(helpText(commands, null, 'ja')),
  ].join('\n\n');
}
