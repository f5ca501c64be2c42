import type { ProblemCode } from '../../../preload/contract/problem-numbers.ts';
import type { ProblemText } from '../advice.ts';
import { internalTexts } from '../internal-texts.ts';
import { koBankFileProblems } from './bank-file-problems.ts';
import { koEnrolmentProblems } from './enrolment-problems.ts';
import { koEverydayProblems } from './everyday-problems.ts';
import { koProxyProblems } from './proxy-problems.ts';
import { koRecoveryProblems } from './recovery.ts';
import { koUserProblems } from './user-problems.ts';

/** As in Japanese. */
const wrongFormat = 'Kaitsu와 은행 사이의 통신 형식이 맞지 않습니다.';
const tryOrShow = '다시 시도해 주십시오. 계속되면 사내 시스템 담당자에게 이 화면을 보여 주십시오.';
const tryOrTell = '다시 시도해 주십시오. 계속되면 화면 코드를 은행에 알려 주십시오.';
const showStaff = '사내 시스템 담당자에게 이 화면을 보여 주십시오.';
const waitAndTry = '잠시 기다린 뒤 다시 시도해 주십시오.';

const keychainNames = '보관소는 Windows에서는 자격 증명 관리자, Mac에서는 키체인, Linux에서는 Secret Service입니다.';

export const koProblems: Readonly<Record<ProblemCode, ProblemText>> = {
  ...koEverydayProblems,
  ...koEnrolmentProblems,
  ...koProxyProblems,
  ...koUserProblems,
  ...koBankFileProblems,
  ...koRecoveryProblems,
  'identification-refused': {
    title: '계약자 ID(契約者ID) 또는 등록용 비밀번호(ご契約先登録用暗証番号)를 확인할 수 없습니다.',
    why: '입력하신 내용이 은행에 등록된 내용과 일치하지 않습니다.',
    next: '고객 카드와 신청서 사본을 보면서 다시 입력해 주십시오.',
  },
  'pin-locked': {
    title: '비밀번호가 잠겼습니다(暗証番号ロック).',
    why: '비밀번호를 여러 번 잘못 입력하여 은행이 접수를 중단했습니다. 이용자를 포함하여 모든 서비스를 이용하실 수 없습니다.',
    next: '번거로우시겠지만 비밀번호 잠금 해제 의뢰서(暗証番号ロック解除依頼書)를 영업점(営業店)에 다시 제출해 주십시오. ‘의뢰서 제출부터 다시 하기’ 버튼을 누르면 의뢰서 화면으로 돌아갑니다.',
  },
  'activation-not-released': {
    title: '잠금이 아직 해제되지 않았습니다(ロック解除).',
    why: '은행의 잠금 해제 처리가 아직 끝나지 않았습니다.',
    next: '영업점(営業店)의 연락을 기다려 주십시오. 연락을 받은 뒤에도 이 안내가 나오면 영업점에 문의해 주십시오.',
  },
  'activation-already-done': {
    title: '개통 확인(開通確認)은 이미 끝났습니다.',
    why: '이 계약은 개통 확인이 완료되어 있습니다.',
    next: '전자 인증서가 있는 PC에서 ‘관리자 로그온 (管理者ログオン)’ 화면으로 돌아가 ‘로그온 (ログオン)’ 버튼을 선택해 주십시오. 사내에서 진행하신 분이 없으면 은행에 문의해 주십시오.',
  },
  'session-expired': {
    title: '절차의 제한 시간이 지났습니다.',
    why: '안전을 위해 계약자 ID를 입력한 뒤 일정 시간이 지나면 은행이 절차를 종료합니다.',
    next: '계약자 ID(契約者ID) 입력부터 다시 진행해 주십시오.',
  },
  'step-out-of-order': {
    title: '절차의 순서가 은행의 기록과 맞지 않습니다.',
    why: '같은 절차가 다른 화면에서 진행되고 있거나, 필요한 절차가 아직 끝나지 않았을 수 있습니다.',
    next: '다른 화면을 닫고 처음부터 다시 시작해 주십시오.',
  },
  'pin-rule-violated': {
    title: '이 비밀번호는 등록할 수 없습니다.',
    why: '은행의 규칙에 맞지 않는 비밀번호입니다.',
    next: '화면에 표시된 규칙을 확인하고 다른 비밀번호를 입력해 주십시오.',
  },
  'registration-pin-refused': {
    title: '등록용 비밀번호(ご契約先登録用暗証番号)를 확인할 수 없습니다.',
    why: '입력하신 4자리 번호가 은행에 등록된 번호와 일치하지 않습니다.',
    next: '신청서 사본을 확인하고 다시 입력해 주십시오.',
  },
  'one-time-password-refused': {
    title: '일회용 비밀번호(ワンタイムパスワード)를 확인할 수 없습니다.',
    why: '입력하신 번호가 고객 카드의 번호와 일치하지 않습니다.',
    next: '화면 그림에서 표시된 위치의 번호를 확인하고 다시 입력해 주십시오.',
  },
  'logon-refused': {
    title: '로그온하지 못했습니다.',
    why: '입력하신 로그온 비밀번호(ご契約先暗証番号)가 은행에 등록된 것과 일치하지 않습니다.',
    next: '개통 확인에서 설정한 로그온 비밀번호를 대문자와 소문자에 유의하여 입력해 주십시오.',
  },
  'certificate-required': {
    title: '전자 인증서(電子証明書)가 필요합니다.',
    why: '전자 인증서가 이 PC에 없거나 은행에 전달되지 않았습니다.',
    next: '아직 발급받지 않았으면 ‘개통 확인 (開通確認)’ 버튼에서 전자 인증서 발급으로 진행해 주십시오.',
  },
  'certificate-expired': {
    title: '전자 인증서(電子証明書)의 유효기한이 지났습니다.',
    why: '유효기한이 지난 전자 인증서로는 로그온할 수 없습니다.',
    next: '아직 갱신할 수 있습니다. ‘전자 인증서 갱신하기’ 버튼을 눌러 주십시오.',
  },
  'certificate-revoked': {
    title: '전자 인증서(電子証明書)가 폐지되었습니다(失効).',
    why: '폐지 절차가 이루어져 이 전자 인증서는 사용할 수 없습니다.',
    next: '은행에 전화해 주십시오. 폐지된 이유를 모르시면 즉시 알려 주십시오.',
  },
  'certificate-untrusted': {
    title: '은행이 전자 인증서(電子証明書)를 확인할 수 없습니다.',
    why: '이 은행이 발급한 것이 아니거나 은행의 기록과 일치하지 않습니다.',
    next: '은행에 전화하여 전자 인증서 재발급(電子証明書の再発行)에 대해 문의해 주십시오.',
  },
  'certificate-wrong-contract': {
    title: '다른 계약의 전자 인증서(電子証明書)입니다.',
    why: '전자 인증서의 계약자 ID가 이 절차의 계약자 ID와 다릅니다.',
    next: '이 계약의 전자 인증서가 있는 PC에서 로그온하거나 은행에 전화해 주십시오.',
  },
  'enrolment-refused': {
    title: '전자 인증서(電子証明書)가 발급되지 않았습니다.',
    why: '전자 인증서 발급에 필요한 개통 확인 기록을 은행이 확인할 수 없습니다.',
    next: '다시 시도해 주십시오. 계속되면 은행에 문의해 주십시오.',
  },
  'enrolment-deadline-passed': {
    title: '전자 인증서(電子証明書)의 발급 기한이 지났습니다.',
    why: '개통 확인 후 정해진 날까지 발급받지 않았습니다.',
    next: '은행에 문의해 주십시오. 절차를 새로 진행해야 합니다.',
  },
  'certificate-request-refused': {
    title: '전자 인증서(電子証明書) 발급 신청이 접수되지 않았습니다.',
    why: '신청 내용이 은행의 규칙에 맞지 않습니다.',
    next: tryOrTell,
  },
  'request-malformed': { title: '보낸 내용을 은행이 읽을 수 없습니다.', why: wrongFormat, next: tryOrShow },
  'content-too-large': { title: '보낸 내용이 너무 큽니다.', why: '은행이 접수할 수 있는 크기를 넘었습니다.', next: tryOrShow },
  'content-type-unsupported': { title: '은행이 접수하지 않는 형식입니다.', why: wrongFormat, next: tryOrShow },
  'idempotency-key-missing': {
    title: '은행이 접수하지 않았습니다.',
    why: '이중 접수를 막기 위한 번호가 은행에 전달되지 않았습니다.',
    next: tryOrShow,
  },
  'idempotency-key-reused': {
    title: '은행이 접수하지 않았습니다.',
    why: '이중 접수를 막기 위한 번호가 이미 사용되었습니다.',
    next: tryOrShow,
  },
  'not-found': { title: '은행의 접수 서비스를 찾을 수 없습니다.', why: '은행 쪽 설정이 변경되었을 수 있습니다.', next: tryOrShow },
  'method-not-allowed': { title: '은행이 접수하지 않는 조작입니다.', why: wrongFormat, next: tryOrShow },
  'too-many-requests': {
    title: '짧은 시간에 여러 번 전송되었습니다.',
    why: '은행이 잠시 접수를 제한하고 있습니다.',
    next: waitAndTry,
  },
  'bank-closed': { title: '지금은 서비스 시간이 아닙니다.', why: '은행이 현재 접수하지 않고 있습니다.', next: '접수 시간이 될 때까지 기다려 주십시오.' },
  'bank-failure': { title: '은행 쪽에서 문제가 발생했습니다.', why: '은행 시스템이 보낸 내용을 처리하지 못했습니다.', next: waitAndTry },
  'bank-unreachable': {
    title: '은행에 연결할 수 없습니다.',
    why: '이 PC에서 은행까지 통신이 되지 않습니다.',
    next: '인터넷 연결을 확인하고 다시 시도해 주십시오.',
  },
  'bank-timeout': { title: '은행이 응답하지 않습니다.', why: '정해진 시간 안에 응답이 도착하지 않았습니다.', next: waitAndTry },
  'bank-untrusted': {
    title: '실제 은행인지 확인할 수 없습니다.',
    why: '접속한 서버의 인증서가 은행의 것과 일치하지 않습니다. 입력하신 내용은 보내지 않았습니다.',
    next: '이대로 진행하지 마시고 사내 시스템 담당자나 은행에 연락해 주십시오.',
  },
  'bank-answer-invalid': { title: '은행의 응답을 읽을 수 없습니다.', why: '응답 내용이 정해진 형식과 맞지 않습니다.', next: tryOrTell },
  cancelled: { title: '중지했습니다.', why: '‘중지’ 버튼을 눌러 도중에 멈추었습니다.', next: '준비가 되면 다시 시도해 주십시오.' },
  'certificate-mismatch': {
    title: '도착한 전자 인증서(電子証明書)는 신청한 것이 아닙니다.',
    why: '키, 명의, 기간, 발급자 중 하나가 일치하지 않아 저장하지 않았습니다.',
    next: tryOrTell,
  },
  'certificate-store-missing': {
    title: '전자 인증서(電子証明書)를 저장하는 기능을 찾을 수 없습니다.',
    why: '인증서를 다루는 소프트웨어를 이 PC에서 사용할 수 없습니다.',
    next: showStaff,
  },
  'certificate-store-refused': {
    title: '전자 인증서(電子証明書)를 저장하지 못했습니다.',
    why: '이 PC의 인증서 저장소에 쓸 수 없습니다.',
    next: '브라우저를 모두 닫은 뒤 다시 시도해 주십시오.',
  },
  'certificate-file-unreadable': {
    title: '저장된 전자 인증서(電子証明書)를 읽을 수 없습니다.',
    why: '파일이 손상되었거나 파일을 여는 비밀번호가 없어졌습니다.',
    next: '은행에 전화하여 전자 인증서 재발급(電子証明書の再発行)에 대해 문의해 주십시오.',
  },
  'keychain-missing': {
    title: '비밀번호 보관소를 찾을 수 없습니다.',
    why: '전자 인증서를 보호하는 비밀번호를 안전하게 보관하는 기능이 이 PC에서 작동하지 않습니다. Kaitsu는 다른 곳에 보관하지 않습니다.',
    next: `사내 시스템 담당자에게 비밀번호 보관소 준비를 요청해 주십시오. ${keychainNames}`,
  },
  'keychain-locked': {
    title: '비밀번호 보관소가 잠겨 있습니다.',
    why: `전자 인증서를 보호하는 비밀번호를 읽을 수 없습니다. ${keychainNames}`,
    next: '비밀번호를 묻는 창이 떠 있으면 PC의 비밀번호를 입력한 뒤 다시 시도해 주십시오.',
  },
  'keychain-refused': {
    title: '비밀번호 보관소를 사용할 수 없습니다.',
    why: '전자 인증서를 보호하는 비밀번호의 보관을 PC가 허용하지 않았습니다. Kaitsu는 다른 곳에 보관하지 않습니다.',
    next: '허용을 묻는 창이 나오면 ‘허용’을 선택하고 다시 시도해 주십시오.',
  },
  'disk-full': {
    title: 'PC의 저장 공간이 부족합니다.',
    why: '여유 공간이 없어 파일을 저장하지 못했습니다.',
    next: '필요 없는 파일을 삭제한 뒤 다시 시도해 주십시오.',
  },
  'disk-refused': { title: '파일을 저장하지 못했습니다.', why: '저장할 폴더에 쓰기가 허용되어 있지 않습니다.', next: showStaff },
  'journal-unreadable': {
    title: '지난번 기록을 읽을 수 없습니다.',
    why: '절차의 기록이 손상되었습니다. 손상된 기록은 다른 이름으로 남겨 두었습니다.',
    next: '첫 화면부터 진행해 주십시오. 이미 끝난 절차가 있으면 은행의 응답으로 알 수 있습니다.',
  },
  'journal-unavailable': {
    title: '절차의 기록을 현재 읽을 수 없습니다.',
    why: '기록 파일을 다른 소프트웨어가 사용하고 있거나 읽기가 허용되어 있지 않습니다. 기록은 변경하지 않았습니다.',
    next: '‘다시 읽기’를 눌러 주십시오. 여러 번 시도해도 읽을 수 없으면 사내 시스템 담당자에게 저장 위치를 보여 주십시오.',
  },
  'file-unavailable': {
    title: '저장해 둔 내용을 현재 읽을 수 없습니다.',
    why: '화면 설정 또는 의뢰서 파일을 다른 소프트웨어가 사용하고 있거나 읽기가 허용되어 있지 않습니다. 파일은 변경하지 않았습니다.',
    next: '이대로 절차를 진행하실 수 있습니다. 읽을 수 있게 되면 저장해 둔 내용으로 돌아가며, 그동안 변경하신 내용은 그때 저장합니다.',
  },
  'bank-profile-invalid': { title: '은행 설정 파일에 오류가 있습니다.', why: '접속할 은행의 정보를 읽을 수 없습니다.', next: showStaff },
  'input-invalid': {
    title: '입력 형식이 올바르지 않습니다.',
    why: '보내기 전의 확인에서 형식 오류를 발견했습니다. 은행에는 보내지 않았습니다.',
    next: '오류가 표시된 입력란을 확인해 주십시오.',
  },
  'not-now': { title: '지금은 그 조작을 할 수 없습니다.', why: '절차가 다른 화면으로 진행되었습니다.', next: '화면의 안내에 따라 진행해 주십시오.' },
  'sender-refused': {
    title: '조작이 접수되지 않았습니다.',
    why: '이 화면에서 한 조작인지 확인할 수 없습니다.',
    next: 'Kaitsu를 닫았다가 다시 열어 주십시오.',
  },
  internal: internalTexts.ko,
};
