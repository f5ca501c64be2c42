import type { EverydayCode, ProblemText } from './advice.ts';

export const koEverydayProblems: Readonly<Record<EverydayCode, ProblemText>> = {
  'certificate-not-offered': {
    title: '전자증명서가 은행에 전달되지 않았습니다.',
    why: '전자증명서를 제시했으나, 은행은 전자증명서가 없다고 응답했습니다.',
    next: '중간 장비가 암호 통신을 중계하고 있지 않은지 사내 시스템 담당자에게 확인해 주십시오.',
  },
  'certificate-wrong-chosen': {
    title: '다른 전자증명서가 선택되었습니다.',
    why: '이 PC에 전자증명서가 여러 개 있어, 이 계약의 것이 아닌 전자증명서가 사용되었습니다.',
    next: '선택 화면이 나오면 계약자 ID와 유효기한을 확인하고 다시 선택해 주십시오.',
  },
  'certificate-expired-revoke-first': {
    title: '전자증명서의 유효기한이 지났습니다. 먼저 실효 절차가 필요합니다.',
    why: '이 은행에서는 유효기한이 지난 전자증명서를 갱신할 수 없습니다.',
    next: '은행에 전화하여 전자증명서의 실효(電子証明書の失効)를 요청해 주십시오.',
  },
  'certificate-expired-paper-form': {
    title: '전자증명서의 유효기한과 갱신 가능 기간이 모두 지났습니다.',
    why: '은행이 정한 일수가 지나 화면에서는 갱신할 수 없습니다.',
    next: '은행에 전화하여 전자증명서 재발행(再発行) 용지를 요청해 주십시오.',
  },
  'sole-administrator-stuck': {
    title: '관리자가 로그온할 수 없는 상태입니다.',
    why: '개통 확인은 끝났으나 이 PC에 전자증명서가 없고, 대신 조작할 다른 관리자도 없습니다.',
    next: '전자증명서가 있는 다른 PC가 있으면 그 PC에서 로그온해 주십시오.',
  },
  'certificate-expires-soon': {
    title: '전자증명서의 유효기한이 다가오고 있습니다.',
    why: '유효기한이 지나면 갱신할 때까지 로그온할 수 없습니다.',
    next: "'전자증명서 갱신하기'를 눌러 주십시오. 1분 정도면 끝납니다.",
  },
  'answer-stopped-after-pin': {
    title: '비밀번호를 보낸 뒤 화면이 진행되지 않았습니다.',
    why: '은행에는 전달되었으나 응답이 도중에 끊겼습니다.',
    next: '1분 정도 기다린 뒤 한 번만 다시 로그온해 주십시오.',
  },
  'certificate-absent-on-pc': {
    title: '이 PC에서 전자증명서를 찾을 수 없습니다.',
    why: '발급받은 기록은 있으나 인증서 저장소에는 없습니다.',
    next: '전자증명서를 발급받은 PC에서 로그온해 주십시오.',
  },
  'other-os-user': {
    title: '전자증명서를 발급받았을 때와 PC 사용자가 다릅니다.',
    why: '전자증명서는 발급받은 PC 사용자만 사용할 수 있습니다.',
    next: '로그아웃한 뒤, 전자증명서를 발급받은 사용자로 PC에 로그인해 주십시오.',
  },
  'remote-session': {
    title: '원격 접속으로 조작하고 있습니다.',
    why: '원격 접속 중에는 전자증명서의 키를 사용하지 못할 수 있습니다.',
    next: '전자증명서가 있는 PC에서 직접 조작해 주십시오.',
  },
  'key-cannot-sign': {
    title: '전자증명서의 키를 사용할 수 없게 되었습니다.',
    why: '전자증명서로 시험 서명을 했으나 올바른 서명이 되지 않았습니다.',
    next: 'PC 비밀번호를 방금 변경했다면 PC를 다시 시작한 뒤 시도해 주십시오.',
  },
  'certificates-piled-up': {
    title: '오래된 전자증명서가 쌓여 있습니다.',
    why: '같은 계약의 전자증명서가 여러 개 있어 잘못 선택하기 쉽습니다.',
    next: "'오래된 것 정리'를 누르면 가장 새로운 것만 남깁니다. 되돌릴 수 있습니다.",
  },
  'certificates-tidied': {
    title: '오래된 전자증명서를 정리했습니다.',
    why: '브라우저에서 가장 새로운 전자증명서만 선택할 수 있습니다.',
    next: "그대로 사용해 주십시오. 문제가 있으면 '되돌리기'를 눌러 주십시오.",
  },
};
