import { registryTypes } from '../../main/policy/policy-form.ts';
import { policyKeys, policyNames, registryName } from '../../main/policy/policy-keys.ts';

/** Between these lines of docs/it-guide.md stands the table, which is made here. */
export const tableBegin = '<!-- The table of the policy: written by WRITE_POLICY=1 npx vitest run --project unit policy-documents -->';
export const tableEnd = '<!-- End of the table -->';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** @returns the table of all keys, as Markdown */
export function policyTable(): string {
  const rows = policyNames.map((name) => {
    const { text, wanted, restricted, form } = policyKeys[name];
    const registry = `\`${registryName(name)}\` (${registryTypes[form.kind]})`;
    const broken = restricted === null ? (name === 'updateServer' ? 'no updates' : 'no bank') : `\`${JSON.stringify(restricted)}\``;
    return `| \`${name}\` | ${registry} | ${cell(wanted.en)} | ${broken} | ${cell(text.en)}<br>${cell(text.ja)} |`;
  });
  return ['| key | registry | value | where it is broken | meaning |', '|---|---|---|---|---|', ...rows].join('\n');
}
