import type { HandOverEntry, HandOverFault, ShownHandOverStep } from '../../preload/contract/hand-over.ts';

/**
 * What the steps and faults are called where the window's catalogues do not reach: in the CSV and at the command line.
 * A test holds them to the window's own words.
 */
export type RecordLanguage = 'ja' | 'en' | 'ko';

type Said = Readonly<Record<RecordLanguage, string>>;

const begun: Readonly<Record<Extract<ShownHandOverStep, { what: 'begun' }>['why'], Said>> = {
  new: { ja: '引継書の始まり', en: 'The record begins', ko: '인수인계서 시작' },
  withoutRecord: {
    ja: '引継書の始まり（これより前の手続きの記録はありません）',
    en: 'The record begins (of the procedure before it there is none)',
    ko: '인수인계서 시작(이전 절차의 기록은 없습니다)',
  },
  damaged: {
    ja: '前の引継書が壊れているか書き換えられていたため、新しく始めました',
    en: 'Begun again: the record before was damaged or changed',
    ko: '이전 인수인계서가 손상되었거나 변경되어 새로 시작했습니다',
  },
  missing: {
    ja: '前の引継書がなくなっていたため、新しく始めました',
    en: 'Begun again: the record before was gone',
    ko: '이전 인수인계서가 없어져 새로 시작했습니다',
  },
  full: {
    ja: '前の引継書がいっぱいになったため、新しく始めました',
    en: 'Begun again: the record before was full',
    ko: '이전 인수인계서가 가득 차 새로 시작했습니다',
  },
};

const repaired: Readonly<Record<Extract<ShownHandOverStep, { what: 'repaired' }>['how'], Said>> = {
  line: {
    ja: '中断で書きかけだった前の行を書き終えました',
    en: 'The line before, cut off by an interruption, was completed',
    ko: '중단으로 덜 기록된 앞의 줄을 마저 기록했습니다',
  },
  end: {
    ja: '引継書の終わりの控えが失われていたため、作り直しました',
    en: 'The note of where the record ends was lost, and made anew',
    ko: '인수인계서의 끝을 적은 정보가 없어져 다시 만들었습니다',
  },
};

const changed: Readonly<Record<Extract<ShownHandOverStep, { what: 'userChanged' }>['change'], Said>> = {
  data: { ja: '利用者情報の変更', en: 'User changed', ko: '이용자 정보 변경' },
  suspended: { ja: '利用者の利用停止', en: 'User suspended', ko: '이용자 이용 정지' },
  resumed: { ja: '利用者の利用停止の解除', en: 'User no longer suspended', ko: '이용자 이용 정지 해제' },
};

const loggedOff: Readonly<Record<Extract<ShownHandOverStep, { what: 'loggedOff' }>['how'], Said>> = {
  asked: { ja: '管理者のログオフ', en: 'Administrator logged off', ko: '관리자 로그오프' },
  lost: {
    ja: 'ログオンの終了（時間切れ、または銀行側の終了）',
    en: 'Logon ended (time over, or by the bank)',
    ko: '로그온 종료(시간 초과 또는 은행에서 종료)',
  },
};

type Plain = Exclude<ShownHandOverStep['what'], 'begun' | 'repaired' | 'userChanged' | 'loggedOff' | 'other'>;

const plain: Readonly<Record<Plain, Said>> = {
  bankInUse: { ja: '銀行の設定の使用開始', en: 'Bank’s rules in use', ko: '은행 설정 사용 시작' },
  requested: { ja: '依頼書の提出', en: 'Release request handed in', ko: '의뢰서 제출' },
  released: { ja: 'ロック解除の連絡', en: 'The branch said that the lock is lifted', ko: '잠금 해제 연락' },
  activated: { ja: '管理者の開通確認', en: 'Activation by the administrator', ko: '관리자 개통 확인' },
  certificateRetrieved: { ja: '電子証明書の取得', en: 'Certificate retrieved', ko: '전자 인증서 발급' },
  certificateRenewed: { ja: '電子証明書の更新', en: 'Certificate renewed', ko: '전자 인증서 갱신' },
  loggedOn: { ja: '管理者のログオン', en: 'Administrator logged on', ko: '관리자 로그온' },
  userPins: { ja: '利用者の暗証番号の変更', en: 'New PINs for a user', ko: '이용자 비밀번호 변경' },
  userRegistered: { ja: '利用者の登録', en: 'User registered', ko: '이용자 등록' },
  startedOver: { ja: '最初からのやり直し', en: 'Started over', ko: '처음부터 다시 시작' },
  journalSetAside: {
    ja: '手続きの記録を別名で残し、最初から開始',
    en: 'Journal of the procedure set aside, begun without it',
    ko: '절차 기록을 다른 이름으로 남기고 처음부터 시작',
  },
  journalDamaged: {
    ja: '手続きの記録が壊れていたため、別名で残して開始',
    en: 'Journal of the procedure was damaged and set aside',
    ko: '절차 기록이 손상되어 다른 이름으로 남기고 시작',
  },
  certificatesTidied: { ja: '古い電子証明書の整理', en: 'Old certificates tidied up', ko: '오래된 전자 인증서 정리' },
  certificatesPutBack: { ja: '電子証明書の整理の取り消し', en: 'Tidied certificates put back', ko: '전자 인증서 정리 취소' },
  certificateRemoved: { ja: '電子証明書の削除（コマンド）', en: 'Certificate removed by command', ko: '전자 인증서 삭제(명령)' },
  certificateExported: { ja: '電子証明書の書き出し（コマンド）', en: 'Certificate exported by command', ko: '전자 인증서 내보내기(명령)' },
  certificateReinstalled: { ja: '電子証明書の入れ直し（コマンド）', en: 'Certificate put back into the store by command', ko: '전자 인증서 재설치(명령)' },
};

export function sayStep(step: ShownHandOverStep, language: RecordLanguage): string {
  switch (step.what) {
    case 'begun':
      return begun[step.why][language];
    case 'repaired':
      return repaired[step.how][language];
    case 'userChanged':
      return changed[step.change][language];
    case 'loggedOff':
      return loggedOff[step.how][language];
    case 'other':
      return { ja: `新しい版の Kaitsu の記録（${step.called}）`, en: `Noted by a later Kaitsu (${step.called})`, ko: `새 버전 Kaitsu의 기록(${step.called})` }[
        language
      ];
    default:
      return plain[step.what][language];
  }
}

/** What a step says beside its name: the certificate's number, the bank's host, the file that was set aside; '' where nothing. */
export function detailOf({ step }: Pick<HandOverEntry, 'step'>): string {
  if ('serial' in step) return inFours(step.serial);
  if (step.what === 'bankInUse') return [step.bank, step.host, step.digest].filter((part) => part !== '').join(' ');
  if (step.what === 'begun') return [step.setAside ?? '', step.old === null ? '' : `(${step.old.lines})`].join(' ').trim();
  return '';
}

/** Groups that can be read out; a table takes them for no number either. */
export function inFours(text: string): string {
  return text.replace(/(.{4})(?=.)/gu, '$1 ');
}

export function sayFault({ line, how }: HandOverFault, language: RecordLanguage): string {
  const said: Readonly<Record<HandOverFault['how'], Said>> = {
    changed: { ja: `${line} 行目が変更されています`, en: `line ${line} was changed`, ko: `${line}번째 줄이 변경되었습니다` },
    missing: { ja: `${line} 行目がなくなっています`, en: `line ${line} is missing`, ko: `${line}번째 줄이 없습니다` },
    added: { ja: `${line} 行目は後から加えられています`, en: `line ${line} was added`, ko: `${line}번째 줄이 추가되었습니다` },
    order: {
      ja: `${line} 行目に別の行があり、順序が入れ替わっています`,
      en: `line ${line} stands in another’s place: the order was changed`,
      ko: `${line}번째 줄의 순서가 바뀌었습니다`,
    },
    cut: {
      ja: `${line} 行目から後がなく、終わりを確かめられません`,
      en: `from line ${line} on it is cut off, and where it ended is not known`,
      ko: `${line}번째 줄부터 없어 끝을 확인할 수 없습니다`,
    },
  };
  return said[how][language];
}
