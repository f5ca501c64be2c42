import type { Catalogue } from '../ja/catalogue.ts';
import { koAdvice } from './advice.ts';
import { koBundle } from './bundle.ts';
import { koHandOver } from './hand-over.ts';
import { koKeyboard } from './keyboard.ts';
import { koPlaces } from './places.ts';
import { koScenarios, koSituations } from './practice.ts';
import { koPreflight } from './preflight.ts';
import { koProblems } from './problems.ts';
import { koRecord } from './record.ts';
import { koRecovery } from './recovery.ts';
import { koReleaseRequest } from './release-request.ts';
import { koValidity } from './renewal.ts';
import { koReview } from './review.ts';
import { koScreenCode } from './screen-code.ts';
import { koScreens } from './screens.ts';
import { koSettings } from './settings.ts';
import { koStop } from './stop.ts';
import { koUsers } from './users.ts';

const fields: Catalogue['fields'] = {
  contractorId: { label: '계약자 ID (契約者ID・利用者番号)', explanation: '고객 카드에 적힌 11자리 숫자' },
  registrationPin: { label: '등록용 비밀번호 (ご契約先登録用暗証番号)', explanation: '신청서에 적은 4자리 숫자' },
  logonPin: { label: '로그온 비밀번호 (ご契約先暗証番号)', explanation: '관리자가 로그온할 때 사용합니다.' },
  logonPinReentry: { label: '로그온 비밀번호 재입력 (ご契約先暗証番号再入力)', explanation: '확인을 위해 로그온 비밀번호를 한 번 더 입력합니다.' },
  confirmationPin: { label: '확인 비밀번호 (ご契約先確認暗証番号)', explanation: '관리자가 각종 거래를 확인할 때 사용합니다.' },
  confirmationPinReentry: { label: '확인 비밀번호 재입력 (ご契約先確認暗証番号再入力)', explanation: '확인 비밀번호를 한 번 더 입력합니다.' },
  email: { label: '이메일 주소 (ご契約先Eメールアドレス)', explanation: '이메일 주소를 변경하지 않으면 입력하지 않으셔도 됩니다.' },
  userId: { label: '이용자 ID (利用者ID)', explanation: '이용자가 로그온할 때 사용합니다.' },
  userName: { label: '이용자 이름 (利用者名)', explanation: '40자 이내' },
  userLogonPin: { label: '이용자 비밀번호 (利用者暗証番号)', explanation: '이용자가 로그온할 때 사용합니다.' },
  userLogonPinReentry: { label: '이용자 비밀번호 재입력 (利用者暗証番号再入力)', explanation: '확인을 위해 다시 입력합니다.' },
  userConfirmationPin: { label: '이용자 확인 비밀번호 (利用者確認暗証番号)', explanation: '이용자가 각종 거래를 확인할 때 사용합니다.' },
  userConfirmationPinReentry: { label: '이용자 확인 비밀번호 재입력 (利用者確認暗証番号再入力)', explanation: '확인을 위해 다시 입력합니다.' },
  oneTimePassword: { label: '일회용 비밀번호 (ご契約先ワンタイムパスワード)', explanation: '고객 카드에 적혀 있는 번호' },
};

const errors: Catalogue['input']['errors'] = {
  empty: () => '입력해 주십시오.',
  blank: () => '공백이 들어 있습니다. 공백을 지워 주십시오.',
  control: () => '탭이나 줄바꿈 같은 문자가 들어 있습니다. 지운 뒤 다시 입력해 주십시오.',
  invisible: () => '눈에 보이지 않는 문자가 들어 있습니다. 붙여넣지 말고 직접 다시 입력해 주십시오.',
  combining: () => '글자에 붙는 기호(악센트 기호 등)가 들어 있습니다. 기호 없이 다시 입력해 주십시오.',
  japanese: () => '가나와 한자는 사용할 수 없습니다. 일본어 입력을 끄고 반각으로 입력해 주십시오.',
  otherScript: () => '한글 등 반각 영문자·숫자·기호가 아닌 문자가 들어 있습니다. 반각으로 다시 입력해 주십시오.',
  fullWidth: () => '전각 문자가 있습니다. 반각으로 입력해 주십시오.',
  notDigits: () => '반각 숫자만 입력해 주십시오.',
  wrongLength: ({ length }) => `${length}자리로 입력해 주십시오.`,
  tooShort: ({ min }) => `너무 짧습니다. ${min}자 이상 입력해 주십시오.`,
  tooLong: ({ max }) => `너무 깁니다. ${max}자 이내로 입력해 주십시오.`,
  symbolNotAllowed: ({ symbols }) =>
    symbols === ''
      ? '사용할 수 없는 문자가 있습니다. 반각 영문자와 숫자로 입력해 주십시오.'
      : `사용할 수 없는 문자가 있습니다. 반각 영문자, 숫자와 ${symbols} 기호로 입력해 주십시오.`,
  needsLetterAndDigit: () => '영문자와 숫자를 모두 사용해 주십시오.',
  notEqual: ({ first }) => `‘${first}’ 항목과 일치하지 않습니다. 다시 입력해 주십시오.`,
  notAnEmail: () => '이메일 주소 형식으로 입력해 주십시오(예: name@example.co.jp).',
};

const stops: Catalogue['rail']['stops'] = {
  release: '의뢰서 제출',
  releaseCall: '잠금 해제 연락',
  logonMenus: '관리자 로그온',
  identification: '계약자 ID 입력',
  newPins: '새 비밀번호',
  oneTimePassword: '일회용 비밀번호',
  certificate: '전자 인증서 발급',
  logon: '로그온',
};

export const ko: Catalogue = {
  shell: {
    practice: '연습용 (練習用)',
    practiceLine: '실제 은행이 아닙니다.',
    practiceMore: '연습용 은행이 이 PC 안에서 작동하고 있습니다.',
    support: '문의',
    appearance: '언어·화면 (言語)',
    textSize: '글자 크기',
    textSizes: { standard: '보통', large: '크게', largest: '더 크게' },
    language: '언어',
    languageNames: { ja: '日本語', en: 'English', ko: '한국어' },
    theme: '화면 모드',
    themeNames: { system: '자동', light: '밝게', dark: '어둡게' },
    screenCode: '화면 코드',
    skip: '본문으로 이동',
  },
  session: {
    name: '로그온 중인 계약처',
    until: (time: string) => `${time}까지`,
    logOff: '로그오프',
    loggingOff: '로그오프하고 있습니다',
    title: '로그오프하시겠습니까?',
    activationText:
      '개통 확인을 도중에 종료합니다. 오류 횟수에는 포함되지 않습니다. 계속하시려면 계약자 ID와 계약처 등록용 비밀번호 입력부터 다시 진행하셔야 합니다. 새 비밀번호도 다시 입력하셔야 합니다.',
    entryText: '입력 중인 내용은 은행으로 전송되지 않고 사라집니다.',
  },
  help: { open: '이 화면 설명', name: '화면 설명', here: '(현재 화면)' },
  rail: {
    name: '절차 안내',
    stops,
    releaseGroup: '잠금 해제',
    activationGroup: '관리자의 개통 확인',
    certificateGroup: '전자 인증서와 로그온',
    certificateFirstGroup: '전자 인증서 발급',
    activationLastGroup: '개통 확인과 로그온',
    done: '완료',
    here: '현재 위치',
    position: (number, count) => `단계 ${number} / ${count}`,
  },
  common: {
    back: '이전 화면으로',
    backToStart: '첫 화면으로',
    startOver: '처음부터 다시 시작',
    startOverTitle: '처음부터 다시 시작하시겠습니까?',
    startOverText:
      '은행에서 진행 중이던 절차는 종료됩니다. 이미 의뢰서를 제출했고 그 뒤에 잠기지 않았다면 다시 제출할 필요가 없습니다. 이 PC의 전자 인증서는 그대로 남으며, 아직 발급받지 않은 것은 첫 화면에서도 발급받을 수 있습니다.',
    startOverConfirm: '처음부터 다시 시작',
    cancel: '이대로 계속하기',
    close: '닫기',
    sending: '은행에 보내고 있습니다',
    sessionEnds: (time) =>
      `제한 시간이 곧 끝납니다. ${time}까지 입력을 마쳐 주십시오. 시간이 지나면 계약자 ID 입력부터 다시 하셔야 합니다. 시간은 연장할 수 없습니다.`,
    sessionEndsUnlessStaying: (time) => `한동안 은행과 통신이 없어 ${time}에 자동으로 로그오프됩니다. 계속하시려면 ‘로그온 유지’ 버튼을 눌러 주십시오.`,
    stay: '로그온 유지',
    sessionUntil: (time) => `${time}까지 입력을 마쳐 주십시오. 시간이 지나면 계약자 ID 입력부터 다시 하셔야 합니다.`,
  },
  fields,
  registeredPin: {
    label: '등록된 비밀번호 (登録されているご契約先暗証番号)',
    explanation: '신청서에 적은 4자리 등록용 비밀번호(ご契約先登録用暗証番号)를 입력합니다.',
  },
  input: {
    errors,
    errorCount: (count) => `입력한 내용 ${count}곳을 확인해 주십시오.`,
    refused: '은행에서 접수되지 않았습니다. 확인하고 다시 입력해 주십시오.',
    capsLock: 'Caps Lock이 켜져 있습니다. 대문자로 입력됩니다.',
    show: '표시',
    hide: '숨기기',
    showField: (label) => `${label} 표시`,
    pasteRefused: '붙여넣기는 할 수 없습니다. 입력 실수를 막기 위해 다시 직접 입력해 주십시오.',
    optional: '선택',
    idleCleared: '10분 동안 조작이 없어 입력 중이던 비밀번호를 지웠습니다. 다시 입력해 주십시오.',
    sentCleared: '전송한 비밀번호는 안전을 위해 화면에서 지워집니다.',
    lostForm: (phone, limit) => `사본을 찾을 수 없으면 추측하여 입력하지 말고 은행에 전화해 주십시오(${phone}). ${limit}번 잘못 입력하면 잠깁니다.`,
    required: '필수',
    rules: '비밀번호 규칙',
    ruleLength: (min, max) => `${min}~${max}자`,
    ruleMixed: '영문자와 숫자 모두 사용',
    ruleHalfWidth: (symbols) => (symbols === '' ? '반각 영문자와 숫자만' : `반각 영문자, 숫자와 ${symbols}만`),
    ruleMet: '충족함',
    ruleUnmet: '미충족',
    /** Both sentences at once: that case matters, and that what was sent is cleared. */
    aboutPins: '대문자와 소문자를 구별합니다. 전송한 비밀번호는 안전을 위해 화면에서 지워집니다.',
  },
  problem: {
    attemptsLeft: (count) => `${count}번 더 잘못 입력하면 잠깁니다.`,
    lockMeans: '잠기면 회사 전체가 서비스를 이용할 수 없게 되며, 의뢰서를 다시 제출하셔야 합니다. 서두르지 마십시오.',
    retryAt: (when) => `${when} 이후에 다시 시도해 주십시오.`,
    bankSays: (words) => `은행의 설명: “${words}”`,
    checkFound: '확인 결과(시스템 담당자용)',
    reference: '기록 번호',
    codes: koProblems,
    advice: koAdvice,
    severities: { information: '안내', warning: '확인해 주십시오', error: '오류', blocking: '이대로는 진행할 수 없습니다' },
    causes: '예상되는 원인',
    more: '그 밖에 해 보실 수 있는 방법',
    askStaff: '사내 시스템 담당자에게 문의해 주십시오. 담당자가 없으면 은행에 전화해 주십시오.',
    tidyUp: '오래된 것 정리',
    undoTidyUp: '되돌리기',
    backToRelease: '의뢰서 제출부터 다시 하기',
    dismiss: '이 알림 닫기',
  },
  proxy: {
    open: '프록시 인증',
    title: '프록시 인증',
    explanation:
      '회사 프록시(중계 서버)의 사용자 이름과 비밀번호를 입력해 주십시오. 은행의 비밀번호는 입력하지 마십시오. 이 PC의 비밀번호 보관 장소에 보관하고 이 프록시에만 보냅니다.',
    name: '사용자 이름',
    password: '비밀번호',
    close: '입력하지 않고 닫기',
    bothNeeded: '사용자 이름과 비밀번호를 모두 입력해 주십시오.',
    save: '저장',
  },
  card: {
    title: '고객 카드 (お客様カード)',
    contractorId: '계약자 ID (契約者ID)',
    oneTimePassword: '일회용 비밀번호 (ワンタイムパスワード)',
    drawing: (place) => `고객 카드 그림. 표시된 곳: ${place}.`,
  },
  certificate: {
    facts: '전자 인증서 내용 (電子証明書の内容)',
    subject: '명의 (名義)',
    issuer: '발급자',
    serial: '일련번호 (シリアル番号)',
    notAfter: '유효기한 (有効期限)',
    store: '저장 위치',
    stores: { nss: '브라우저(Chrome, Chromium)의 인증서', windows: 'Windows 인증서 저장소', macos: 'macOS 키체인' },
  },
  practice: {
    open: '연습용 패널 (練習用)',
    title: '연습용 패널 (練習用)',
    heading: '서류와 영업점',
    lead: '연습을 위한 가상 회사의 서류입니다. 실제 서류가 아닙니다.',
    card: '고객 카드 (お客様カード)',
    cardGrid: '일회용 비밀번호 표 (ワンタイムパスワード)',
    contractorId: '계약자 ID (契約者ID)',
    row: (number) => `${number}행`,
    column: (number) => `${number}열`,
    form: '신청서 사본 (申込書)',
    organization: '계약 회사 (ご契約先)',
    representative: '관리자 (管理者)',
    registrationPin: '등록용 비밀번호 (ご契約先登録用暗証番号)',
    branch: '영업점 역할 (営業店)',
    status: '계약 상태',
    statuses: { locked: '잠김', released: '해제됨(개통 확인 대기)', active: '이용 중' },
    release: '잠금 해제',
    lockAgain: '다시 잠그기',
    loading: '서류를 준비하고 있습니다',
    scenarios: koScenarios,
    situations: koSituations,
  },
  screens: koScreens,
  users: koUsers,
  validity: koValidity,
  releaseRequest: koReleaseRequest,
  record: koRecord,
  bundle: koBundle,
  handOver: koHandOver,
  recovery: koRecovery,
  places: koPlaces,
  preflight: koPreflight,
  settings: koSettings,
  screenCode: koScreenCode,
  stop: koStop,
  review: koReview,
  keyboard: koKeyboard,
};
