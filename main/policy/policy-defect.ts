import type { Bilingual, ConsoleLanguage } from './bilingual.ts';
import { type PolicyName, policyKeys } from './policy-keys.ts';

/** What can be wrong with a policy, and how it is said. */

const sentences = {
  'not-json': {
    ja: 'JSON として読めません（UTF-8、1 MiB 以内、16 階層以内の一つのオブジェクト）',
    en: 'it is not JSON (UTF-8, one object, at most 1 MiB and 16 levels)',
  },
  unreadable: { ja: '読み取れません', en: 'it cannot be read' },
  'no-plain-file': {
    ja: '通常のファイルではない、または 1 MiB を超えています（リンクは使えません）',
    en: 'it is no plain file, or larger than 1 MiB (a link is not taken)',
  },
  'writable-by-others': {
    ja: '管理者以外が書き込めるため、ポリシーとして使いません。所有者を root にし、他の人の書き込み権を外してください',
    en: 'others than root can write it, so it is not used as a policy. Make root its owner and take the others their right to write',
  },
  'tool-failed': { ja: 'システムのツールで読み取れません', en: "the system's tool could not read it" },
  'unknown-name': {
    ja: '知らない項目です。綴りを確かめてください。直るまで、書かれていない項目はすべて制限されます',
    en: 'there is no such key. Check the spelling; until then every key that is not given is restricted',
  },
  newer: { ja: '新しい版の Kaitsu の項目です。この版では使われません', en: 'it is a key of a newer Kaitsu, and is not used by this one' },
  'given-twice': { ja: '同じ項目が二度あります', en: 'it is given twice' },
  'wrong-value': { ja: '値が正しくありません', en: 'the value is not right' },
  contradiction: { ja: 'bankFile と bankProfile は同時に指定できません', en: 'bankFile and bankProfile cannot be given together' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type PolicyDefectKind = keyof typeof sentences;

/** at: a key, or a place in it, e.g. "bankProfile.pinRule.minLength"; '' is the policy as a whole. detail: what a reader of files or schemas says, in English. */
export type PolicyDefect = { readonly at: string; readonly kind: PolicyDefectKind; readonly detail: string };

export const policyDefectKinds = Object.keys(sentences) as [PolicyDefectKind, ...PolicyDefectKind[]];

/** @returns one line: the place, what is wrong, and what is wanted instead */
export function sayPolicyDefect({ at, kind, detail }: PolicyDefect, language: ConsoleLanguage): string {
  const wanted = kind === 'wrong-value' && isPolicyName(at) ? policyKeys[at].wanted[language] : '';
  const because = wanted === '' ? detail : language === 'ja' ? `必要な値: ${wanted}` : `wanted: ${wanted}`;
  const said = because === '' ? sentences[kind][language] : language === 'ja' ? `${sentences[kind].ja}（${because}）` : `${sentences[kind].en} (${because})`;
  return at === '' ? said : `${at}: ${said}`;
}

function isPolicyName(text: string): text is PolicyName {
  return Object.hasOwn(policyKeys, text);
}
