import type { HandOverEntry, HandOverFault } from '../../preload/contract/hand-over.ts';
import { detailOf, type RecordLanguage, sayFault, sayStep } from './step-words.ts';

/** The record as a table for auditors: CSV (RFC 4180), UTF-8 with a byte order mark, by which Excel knows the encoding. */

type Column = 'number' | 'day' | 'utc' | 'step' | 'detail' | 'until' | 'lastFour' | 'user' | 'pc' | 'version' | 'late' | 'chain' | 'code';

const heads: Readonly<Record<RecordLanguage, Readonly<Record<Column, string>>>> = {
  ja: {
    number: '番号',
    day: '日時（日本時間）',
    utc: '日時（UTC）',
    step: '行ったこと',
    detail: '電子証明書の番号など',
    until: '有効期限（日本時間）',
    lastFour: '契約者ID（末尾4桁）',
    user: 'パソコンの利用者名',
    pc: 'パソコン名',
    version: 'プログラム',
    late: '後からの記録',
    chain: 'つながりの確認',
    code: 'コード',
  },
  en: {
    number: 'No.',
    day: 'Time (Japan)',
    utc: 'Time (UTC)',
    step: 'What was done',
    detail: 'Certificate number etc.',
    until: 'Expires (Japan)',
    lastFour: 'Contractor ID (last 4)',
    user: 'User of the PC',
    pc: 'Name of the PC',
    version: 'Program',
    late: 'Noted afterwards',
    chain: 'Chain',
    code: 'Code',
  },
  ko: {
    number: '번호',
    day: '일시(일본 시간)',
    utc: '일시(UTC)',
    step: '수행한 내용',
    detail: '인증서 번호 등',
    until: '유효 기한(일본 시간)',
    lastFour: '계약자 ID(끝 4자리)',
    user: 'PC 이용자 이름',
    pc: 'PC 이름',
    version: '프로그램',
    late: '나중에 기록',
    chain: '연결 확인',
    code: '코드',
  },
};

const marks: Readonly<Record<RecordLanguage, { readonly whole: string; readonly broken: string; readonly late: string }>> = {
  ja: { whole: '一致', broken: '確認できません', late: '後から' },
  en: { whole: 'whole', broken: 'not proven', late: 'afterwards' },
  ko: { whole: '일치', broken: '확인 불가', late: '나중에' },
};

/** @param fault the first line that is wrong: from it on nothing is proven, and a row behind all others says why: of what is missing no row is there */
export function csvOf(entries: readonly HandOverEntry[], fault: HandOverFault | null, language: RecordLanguage): string {
  const rows = entries.map((entry, index) => Object.values(cellsOf(entry, fault !== null && index + 1 >= fault.line, language)));
  const why = fault === null ? [] : [Object.values(faultCells(fault, language))];
  return `\uFEFF${[Object.values(heads[language]), ...rows, ...why].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

function cellsOf(entry: HandOverEntry, isBroken: boolean, language: RecordLanguage): Readonly<Record<Column, string>> {
  const { n, at, by, lastFour, late, step } = entry;
  const { whole, broken, late: afterwards } = marks[language];
  return {
    number: String(n),
    day: inJapan(at),
    utc: at,
    step: sayStep(step, language),
    detail: detailOf(entry),
    until: 'notAfter' in step ? inJapan(step.notAfter) : '',
    // Without the stars a table takes them for a number, and drops the zeros.
    lastFour: lastFour === null ? '' : `*******${lastFour}`,
    user: by.user,
    pc: by.pc,
    version: by.version === '' ? '' : `Kaitsu ${by.version}`,
    late: late ? afterwards : '',
    chain: isBroken ? broken : whole,
    code: step.what === 'other' ? step.called : step.what,
  };
}

function faultCells(fault: HandOverFault, language: RecordLanguage): Readonly<Record<Column, string>> {
  return {
    number: String(fault.line),
    day: '',
    utc: '',
    step: sayFault(fault, language),
    detail: '',
    until: '',
    lastFour: '',
    user: '',
    pc: '',
    version: '',
    late: '',
    chain: marks[language].broken,
    code: `fault:${fault.how}`,
  };
}

/**
 * What a table would take for a formula is marked as text (OWASP, CSV injection), in full-width signs too, which Excel
 * in Japan takes for the same.
 */
function cell(text: string): string {
  const plain = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

/** @returns e.g. "2026-11-22 10:12:03", on the clocks of Japan */
function inJapan(instant: string): string {
  return new Date(Date.parse(instant) + 9 * 60 * 60 * 1_000).toISOString().slice(0, 19).replace('T', ' ');
}
