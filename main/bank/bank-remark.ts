import { type Remark, remarkMaxLength } from '../../preload/contract/problem.ts';
import type { Secret } from '../support/redacted.ts';
import { redactText } from '../support/redaction.ts';
import type { HttpAnswer } from './http.ts';

/** Control and format characters (bidirectional ones above all), lone surrogates, and what draws nothing. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]+/gu;
/** More of a body is not looked at, in bytes. */
const longestRead = 4_096;

/**
 * The reason that a server gives in words, fit to be shown and logged: plain text only, on one line, bounded, and
 * without anything that has the shape of a secret.
 * @param answer of status 400 or more
 * @param secrets what was sent and must not come back; an answer that repeats one of them says nothing
 * @returns null where there is no such reason
 */
export function readRemark(answer: HttpAnswer, secrets: readonly Secret[]): Remark | null {
  const words = wordsOf(answer);
  if (words === null || secrets.map((secret) => secret.reveal()).some((secret) => secret !== '' && words.includes(secret))) return null;
  const clean = redactText(words).replace(unprintable, ' ').replace(/\s+/gu, ' ').trim();
  if (clean === '') return null;
  return { from: 'bank', text: clean.length <= remarkMaxLength ? clean : `${[...clean].slice(0, remarkMaxLength / 2 - 1).join('')}…` };
}

function wordsOf(answer: HttpAnswer): string | null {
  const [type = '', ...parameters] = (answer.headers['content-type'] ?? '').toLowerCase().split(';');
  const text = decode(answer.body.subarray(0, longestRead), parameters.join(';'));
  switch (type.trim()) {
    case 'text/plain':
      return text;
    case 'application/problem+json':
      return detailOf(answer.body);
    default:
      return null;
  }
}

/** RFC 7030 section 4.2.3 says text, not which characters: UTF-8 unless another set is named. */
function decode(body: Uint8Array, parameters: string): string | null {
  const label = /charset="?([a-z0-9_-]{1,30})/u.exec(parameters)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(body);
  } catch {
    return null;
  }
}

/** RFC 9457: detail is meant for people, and title where there is none. */
function detailOf(body: Uint8Array): string | null {
  try {
    const content: unknown = JSON.parse(new TextDecoder().decode(body));
    if (typeof content !== 'object' || content === null) return null;
    const words = 'detail' in content ? content.detail : 'title' in content ? content.title : null;
    return typeof words === 'string' ? words.slice(0, longestRead) : null;
  } catch {
    return null;
  }
}
