import type { ProblemCode } from '../../preload/contract/problem.ts';
import type { ProblemText } from './advice.ts';
import { internalTexts } from './internal-texts.ts';
import { koEverydayProblems } from './ko-everyday-problems.ts';
import { koUserProblems } from './ko-user-problems.ts';

const formatMismatch = 'Kaitsu와 은행 사이의 형식이 맞지 않습니다.';
const tellScreenCode = '화면 코드를 은행에 알려 주십시오.';
const tryOrTell = '다시 시도해 주십시오. 계속되면 화면 코드를 은행에 알려 주십시오.';
const showStaff = '사내 시스템 담당자에게 이 화면을 보여 주십시오.';
const waitAndTry = '잠시 기다린 뒤 다시 시도해 주십시오.';

export const koProblems: Readonly<Record<ProblemCode, ProblemText>> = {
  ...koEverydayProblems,
  ...koUserProblems,
  'identification-refused': {
    title: '계약자 ID 또는 비밀번호를 확인할 수 없습니다.',
    why: '입력한 내용이 은행에 등록된 내용과 일치하지 않습니다.',
    next: '고객 카드와 신청서 사본을 보면서 다시 입력해 주십시오.',
  },
  'pin-locked': {
    title: '비밀번호가 잠겼습니다.',
    why: '비밀번호를 연속으로 잘못 입력하여 은행이 접수를 중단했습니다. 다른 이용자를 포함하여 모든 서비스를 사용할 수 없습니다.',
    next: '번거로우시겠지만 잠금 해제 의뢰서(暗証番号ロック解除依頼書)를 영업점에 다시 제출해 주십시오. 처음부터 다시 시작하면 그 화면으로 돌아갑니다.',
  },
  'activation-not-released': {
    title: '잠금이 아직 해제되지 않았습니다.',
    why: '은행의 잠금 해제 처리가 아직 끝나지 않았습니다.',
    next: '영업점의 연락을 기다려 주십시오. 연락을 받은 뒤에 이 표시가 나오면 영업점에 문의해 주십시오.',
  },
  'activation-already-done': {
    title: '개통 확인은 이미 끝났습니다.',
    why: '이 계약은 개통 확인이 완료되어 있습니다.',
    next: "전자증명서가 있는 PC에서 '관리자 로그온 (管理者ログオン)' 화면으로 돌아가 '로그온 (ログオン)'을 선택해 주십시오. 짐작 가는 일이 없으면 은행에 문의해 주십시오.",
  },
  'session-expired': {
    title: '절차의 유효 시간이 지났습니다.',
    why: '안전을 위해 일정 시간이 지나면 은행이 절차를 닫습니다.',
    next: '계약자 ID 입력부터 다시 진행해 주십시오.',
  },
  'step-out-of-order': {
    title: '절차의 순서가 은행의 기록과 맞지 않습니다.',
    why: '같은 절차가 다른 화면에서 진행되고 있을 수 있습니다.',
    next: '다른 화면을 닫고 처음부터 다시 시작해 주십시오.',
  },
  'pin-rule-violated': {
    title: '이 비밀번호는 등록할 수 없습니다.',
    why: '은행의 규칙에 맞지 않는 비밀번호입니다.',
    next: '화면의 규칙을 확인하고 다른 비밀번호를 입력해 주십시오.',
  },
  'registration-pin-refused': {
    title: '등록용 비밀번호를 확인할 수 없습니다.',
    why: '입력한 4자리 번호가 은행에 등록된 번호와 일치하지 않습니다.',
    next: '신청서 사본을 확인하고 다시 입력해 주십시오.',
  },
  'one-time-password-refused': {
    title: '일회용 비밀번호를 확인할 수 없습니다.',
    why: '입력한 번호가 고객 카드의 번호와 일치하지 않습니다.',
    next: '표시된 칸의 번호를 확인하고 다시 입력해 주십시오.',
  },
  'logon-refused': {
    title: '로그온할 수 없습니다.',
    why: '입력한 계약 비밀번호가 일치하지 않습니다.',
    next: '조금 전에 설정한 비밀번호를 대문자와 소문자에 유의하여 입력해 주십시오.',
  },
  'certificate-required': {
    title: '전자증명서가 필요합니다.',
    why: '은행은 전자증명서가 있는 PC에서의 로그온만 접수합니다.',
    next: '전자증명서를 발급받은 뒤 다시 로그온해 주십시오.',
  },
  'certificate-expired': {
    title: '전자증명서의 유효기한이 지났습니다.',
    why: '유효기한이 지난 전자증명서로는 로그온할 수 없습니다.',
    next: "아직 갱신할 수 있습니다. '전자증명서 갱신하기'를 눌러 주십시오.",
  },
  'certificate-revoked': {
    title: '전자증명서가 실효되었습니다.',
    why: '은행이 이 전자증명서를 사용할 수 없게 했습니다.',
    next: '짐작 가는 일이 없으면 즉시 은행에 문의해 주십시오.',
  },
  'certificate-untrusted': {
    title: '은행이 전자증명서를 확인할 수 없습니다.',
    why: '이 은행이 발급한 전자증명서가 아닙니다.',
    next: '전자증명서를 다시 발급받아 주십시오.',
  },
  'certificate-wrong-contract': {
    title: '다른 계약의 전자증명서입니다.',
    why: '전자증명서의 계약자 ID가 이 절차의 계약자 ID와 다릅니다.',
    next: '이 계약의 전자증명서를 다시 발급받아 주십시오.',
  },
  'enrolment-refused': {
    title: '전자증명서를 발급할 수 없습니다.',
    why: '전자증명서를 받을 권리를 은행이 확인할 수 없습니다.',
    next: '다시 시도해 주십시오. 계속되면 처음부터 다시 시작하거나 은행에 문의해 주십시오.',
  },
  'enrolment-deadline-passed': {
    title: '전자증명서 발급 기한이 지났습니다.',
    why: '개통 확인 후 정해진 날짜까지 발급받지 않았습니다.',
    next: '은행에 문의해 주십시오. 절차를 새로 진행해야 합니다.',
  },
  'certificate-request-refused': {
    title: '전자증명서 신청이 접수되지 않았습니다.',
    why: '신청 내용이 은행의 규칙에 맞지 않았습니다.',
    next: tryOrTell,
  },
  'request-malformed': { title: '은행이 이 요청을 읽을 수 없습니다.', why: formatMismatch, next: tellScreenCode },
  'content-too-large': { title: '보낸 내용이 너무 큽니다.', why: '은행이 접수하는 크기를 넘었습니다.', next: tellScreenCode },
  'content-type-unsupported': { title: '은행이 접수하지 않는 형식입니다.', why: formatMismatch, next: tellScreenCode },
  'idempotency-key-missing': { title: '은행이 요청을 접수하지 않았습니다.', why: '이중 접수를 막기 위한 번호가 없었습니다.', next: tellScreenCode },
  'idempotency-key-reused': {
    title: '은행이 요청을 접수하지 않았습니다.',
    why: '이중 접수를 막기 위한 번호가 이미 사용되었습니다.',
    next: '다시 시도해 주십시오.',
  },
  'not-found': { title: '은행의 접수 창구를 찾을 수 없습니다.', why: '은행 쪽 설정이 변경되었을 수 있습니다.', next: tellScreenCode },
  'method-not-allowed': { title: '은행이 접수하지 않는 조작입니다.', why: 'Kaitsu와 은행 사이의 규약이 맞지 않습니다.', next: tellScreenCode },
  'too-many-requests': {
    title: '짧은 시간에 여러 번 전송되었습니다.',
    why: '은행이 잠시 접수를 제한하고 있습니다.',
    next: waitAndTry,
  },
  'bank-closed': { title: '지금은 서비스 시간이 아닙니다.', why: '은행이 지금은 접수하지 않습니다.', next: '접수 시간에 다시 시도해 주십시오.' },
  'bank-failure': { title: '은행 쪽에서 문제가 발생했습니다.', why: '은행 시스템이 요청을 처리하지 못했습니다.', next: waitAndTry },
  'bank-unreachable': {
    title: '은행에 연결할 수 없습니다.',
    why: '이 PC에서 은행까지 통신이 도달하지 않았습니다.',
    next: '인터넷 연결을 확인하고 다시 시도해 주십시오.',
  },
  'bank-timeout': { title: '은행의 응답이 없습니다.', why: '정해진 시간 안에 응답이 도착하지 않았습니다.', next: waitAndTry },
  'bank-untrusted': {
    title: '진짜 은행인지 확인할 수 없습니다.',
    why: '접속한 서버의 인증서가 은행의 것과 일치하지 않습니다. 입력한 내용은 보내지 않았습니다.',
    next: '그대로 사용하지 마시고 사내 시스템 담당자나 은행에 연락해 주십시오.',
  },
  'bank-answer-invalid': { title: '은행의 응답을 읽을 수 없습니다.', why: '응답 내용이 규약과 맞지 않습니다.', next: tryOrTell },
  cancelled: { title: '취소했습니다.', why: '요청하신 대로 도중에 중지했습니다.', next: '준비가 되면 다시 시도해 주십시오.' },
  'certificate-mismatch': {
    title: '도착한 전자증명서는 이 신청의 것이 아닙니다.',
    why: '키, 명의, 기간, 발급자 중 하나가 일치하지 않아 저장하지 않았습니다.',
    next: tryOrTell,
  },
  'certificate-store-missing': {
    title: '전자증명서를 보관할 곳을 찾을 수 없습니다.',
    why: '브라우저가 사용하는 인증서 저장소가 이 PC에 없습니다.',
    next: showStaff,
  },
  'certificate-store-refused': {
    title: '전자증명서를 보관할 수 없습니다.',
    why: '이 PC의 인증서 저장소에 쓸 수 없었습니다.',
    next: '브라우저를 닫은 뒤 다시 시도해 주십시오.',
  },
  'certificate-file-unreadable': {
    title: '저장된 전자증명서를 읽을 수 없습니다.',
    why: '파일이 손상되었거나 암호구를 잃어버렸습니다.',
    next: '전자증명서를 다시 발급받아 주십시오.',
  },
  'keychain-missing': {
    title: '비밀을 보관할 곳(키체인)이 없습니다.',
    why: '전자증명서의 암호구를 안전하게 보관하는 기능이 이 PC에서 작동하지 않습니다. 평문으로는 저장하지 않습니다.',
    next: '사내 시스템 담당자에게 키체인(Secret Service) 준비를 요청해 주십시오.',
  },
  'keychain-locked': {
    title: '키체인이 잠겨 있습니다.',
    why: '전자증명서의 암호구를 보관하는 곳이 닫혀 있습니다.',
    next: 'PC의 안내에 따라 키체인을 연 뒤 다시 시도해 주십시오.',
  },
  'keychain-refused': {
    title: '키체인을 사용할 수 없습니다.',
    why: 'PC가 암호구 보관을 허용하지 않았습니다. 평문으로는 저장하지 않습니다.',
    next: "허용을 묻는 표시가 나오면 '허용'을 선택하고 다시 시도해 주십시오.",
  },
  'disk-full': { title: 'PC의 저장 공간이 부족합니다.', why: '절차의 기록을 저장할 수 없었습니다.', next: '불필요한 파일을 정리한 뒤 다시 시도해 주십시오.' },
  'disk-refused': { title: '파일을 저장할 수 없습니다.', why: '저장할 폴더에 쓰기가 허용되어 있지 않습니다.', next: showStaff },
  'journal-unreadable': {
    title: '지난번 기록을 읽을 수 없습니다.',
    why: '절차의 기록이 손상되었습니다. 기록은 다른 이름으로 남겼습니다.',
    next: '처음부터 진행해 주십시오. 은행에서 이미 끝난 절차는 은행이 알려 줍니다.',
  },
  'bank-profile-invalid': { title: '은행 설정 파일에 오류가 있습니다.', why: '접속할 은행의 정보를 읽을 수 없었습니다.', next: showStaff },
  'input-invalid': {
    title: '입력 형식이 올바르지 않습니다.',
    why: '보내기 전의 확인에서 형식 오류를 발견했습니다. 은행에는 보내지 않았습니다.',
    next: '표시된 입력란을 확인해 주십시오.',
  },
  'not-now': { title: '지금은 그 조작을 할 수 없습니다.', why: '절차가 다른 곳으로 진행되었습니다.', next: '화면의 안내에 따라 주십시오.' },
  'sender-refused': { title: '조작이 접수되지 않았습니다.', why: '조작의 출처를 확인할 수 없었습니다.', next: 'Kaitsu를 다시 열어 주십시오.' },
  internal: internalTexts.ko,
};
