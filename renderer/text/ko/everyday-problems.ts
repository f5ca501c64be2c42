import type { Advice, EverydayCode, ProblemText } from '../advice.ts';
import { tellCode, tellStaff } from './common-steps.ts';

export const koEverydayProblems: Readonly<Record<EverydayCode, ProblemText>> = {
  'certificate-not-offered': {
    title: '전자 인증서(電子証明書)가 은행에 전달되지 않았습니다.',
    why: '전자 인증서를 보냈으나 은행은 전자 인증서가 없다고 응답했습니다.',
    next: '중간 장비가 통신 내용을 검사하고 있지 않은지 사내 시스템 담당자에게 확인해 주십시오.',
  },
  'certificate-wrong-chosen': {
    title: '다른 전자 인증서(電子証明書)가 선택되었습니다.',
    why: '이 PC에 전자 인증서가 여러 개 있어 이 계약의 것이 아닌 전자 인증서가 사용되었습니다.',
    next: '다시 로그온해 주십시오. 전자 인증서 선택 화면이 나오면 계약자 ID(契約者ID)와 유효기한(有効期限)을 확인하고 선택해 주십시오.',
  },
  'certificate-expired-revoke-first': {
    title: '전자 인증서(電子証明書)의 유효기한이 지났습니다. 먼저 폐지 절차가 필요합니다.',
    why: '이 은행에서는 유효기한이 지난 전자 인증서를 갱신할 수 없습니다.',
    next: '은행에 전화하여 전자 인증서 폐지(電子証明書の失効)를 요청해 주십시오.',
  },
  'certificate-expired-paper-form': {
    title: '전자 인증서(電子証明書)의 유효기한과 갱신 가능 기간이 모두 지났습니다.',
    why: '유효기한 후 갱신할 수 있는 일수가 지나 서면 절차가 필요합니다.',
    next: '은행에 전화하여 전자 인증서 재발급(電子証明書の再発行) 용지를 요청해 주십시오.',
  },
  'sole-administrator-stuck': {
    title: '이 PC에서는 개통 확인(開通確認)도 로그온(ログオン)도 할 수 없습니다.',
    why: '개통 확인은 이미 끝났으나 로그온에 필요한 전자 인증서가 이 PC에 없습니다.',
    next: '전자 인증서가 있는 다른 PC가 있으면 그 PC에서 로그온해 주십시오.',
  },
  'certificate-expires-soon': {
    title: '전자 인증서의 유효기한이 다가오고 있습니다.',
    why: '유효기한이 지나면 갱신할 때까지 로그온할 수 없습니다.',
    next: '‘전자 인증서 갱신하기’ 버튼을 눌러 주십시오. 1분 정도면 끝납니다.',
  },
  'answer-stopped-after-pin': {
    title: '비밀번호를 보낸 뒤 은행의 응답이 끊겼습니다.',
    why: '비밀번호는 은행에 전달되었을 수 있습니다.',
    next: '1분 정도 기다린 뒤 한 번만 다시 로그온해 주십시오.',
  },
  'certificate-absent-on-pc': {
    title: '이 PC에서 전자 인증서(電子証明書)를 찾을 수 없습니다.',
    why: '발급받은 기록은 있으나 이 PC의 인증서 저장소에 없습니다.',
    next: '전자 인증서를 발급받은 PC에서 로그온해 주십시오.',
  },
  'other-os-user': {
    title: '전자 인증서를 발급받았을 때와 PC 사용자가 다릅니다.',
    why: '전자 인증서는 발급받을 때의 사용자 이름으로 PC에 로그인해야 사용할 수 있습니다.',
    next: 'PC에서 로그아웃한 뒤 전자 인증서를 발급받을 때의 사용자 이름으로 로그인해 주십시오.',
  },
  'remote-session': {
    title: '원격 접속으로 조작하고 있습니다.',
    why: '원격으로 접속하는 동안에는 전자 인증서를 사용하지 못할 수 있습니다.',
    next: '전자 인증서가 있는 PC에서 직접 조작해 주십시오.',
  },
  'key-cannot-sign': {
    title: '전자 인증서의 키를 사용할 수 없게 되었습니다.',
    why: 'Kaitsu가 전자 인증서의 키를 시험했으나 올바르게 작동하지 않았습니다.',
    next: 'PC 비밀번호를 방금 변경했다면 PC를 다시 시작한 뒤 다시 시도해 주십시오.',
  },
  'certificates-piled-up': {
    title: '오래된 전자 인증서가 남아 있습니다.',
    why: '이 계약의 전자 인증서가 이 PC에 여러 개 있어 잘못 선택하기 쉽습니다.',
    next: '‘오래된 것 정리’ 버튼을 누르면 가장 새로운 것만 남깁니다. Kaitsu를 닫기 전까지는 되돌릴 수 있습니다.',
  },
  'certificates-tidied': {
    title: '오래된 전자 인증서를 정리했습니다.',
    why: '브라우저에서 가장 새로운 전자 인증서만 선택할 수 있게 했습니다.',
    next: '그대로 사용해 주십시오. Kaitsu를 닫기 전까지는 ‘되돌리기’ 버튼으로 되돌릴 수 있습니다.',
  },
};

const askFurther = '재발급 후 발급받는 방법도 함께 문의해 주십시오.';

export const koEverydayAdvice: Readonly<Record<EverydayCode, Advice>> = {
  'certificate-not-offered': {
    causes: ['사내 장비나 보안 소프트웨어가 통신 내용을 검사함', '은행 쪽 서버의 설정이 변경됨'],
    steps: ['은행과의 통신을 검사 대상에서 제외하도록 요청해 주십시오.', tellStaff],
  },
  'certificate-wrong-chosen': {
    causes: ['여러 계약의 전자 인증서가 같은 PC에 있음', '오래된 전자 인증서가 남아 있음', '브라우저가 이전 선택을 기억하고 있음'],
    steps: ['브라우저를 모두 닫은 뒤 다시 열어 주십시오.'],
  },
  'certificate-expired-revoke-first': {
    causes: ['유효기한까지 갱신하지 않음', '갱신 안내 메일이 도착하지 않음'],
    steps: ['폐지 후 다시 발급받는 방법도 함께 문의해 주십시오.', '등록한 이메일 주소를 지금도 사용하는지 확인해 주십시오.'],
  },
  'certificate-expired-paper-form': {
    causes: ['유효기한이 지난 뒤 오랫동안 사용하지 않음', '갱신 안내 메일이 도착하지 않음'],
    steps: ['용지에 신고 인감(届出印)을 찍어 영업점(営業店)에 제출해 주십시오.', askFurther],
  },
  'certificate-expires-soon': {
    causes: ['은행이 정한 갱신 가능 기간이 시작됨'],
    steps: ['갱신하면 이전 전자 인증서는 새것으로 바뀝니다.', '나중에 갱신할 때에는 로그온 화면에서 시작할 수 있습니다.'],
  },
  'sole-administrator-stuck': {
    causes: ['발급받을 때와 다른 사용자 이름으로 이 PC에 로그인함', '전자 인증서를 발급받은 PC를 교체하거나 초기화함', '이전 관리자가 다른 PC에서 발급받음'],
    steps: [
      '이 PC에서 다른 사용자 이름도 사용하고 있으면 그 이름으로 로그인하여 Kaitsu를 열어 주십시오.',
      '다른 PC가 없으면 은행에 전자 인증서 재발급(電子証明書の再発行)에 대해 문의해 주십시오.',
      '비밀번호 잠금 해제 의뢰서(暗証番号ロック解除依頼書)가 필요한지도 함께 확인해 주십시오.',
    ],
  },
  'answer-stopped-after-pin': {
    causes: ['은행 시스템이 혼잡하여 응답이 끊김', '사내 보안 장비가 응답을 막음', '인터넷 연결이 불안정해짐'],
    steps: ['같은 일이 두 번 이어지면 비밀번호를 더 보내지 말고 은행에 전화해 주십시오.', tellCode],
  },
  'certificate-absent-on-pc': {
    causes: ['PC를 새로 바꾸거나 초기화함', '전자 인증서를 직접 삭제함', '브라우저 설정을 초기화함'],
    steps: ['그 PC가 더 이상 없으면 은행에 전자 인증서 재발급(電子証明書の再発行)을 요청해 주십시오.', askFurther],
  },
  'other-os-user': {
    causes: ['같은 PC를 다른 사용자 이름으로 사용함', 'Kaitsu 데이터가 다른 사용자에게서 복사됨'],
    steps: ['어느 사용자 이름으로 발급받았는지 모르시면 시스템 담당자에게 문의해 주십시오.'],
  },
  'remote-session': {
    causes: ['원격 데스크톱 등으로 접속함', '가상 데스크톱에서 실행 중임'],
    steps: ['재택근무 중이면 시스템 담당자와 상담해 주십시오.'],
  },
  'key-cannot-sign': {
    causes: ['시스템 담당자가 PC 비밀번호를 변경함', '전자 인증서의 키가 손상되었거나 다른 키로 바뀜', '다른 PC에서 데이터만 복사함'],
    steps: [
      'PC 비밀번호를 이전 것으로 되돌릴 수 있는지 시스템 담당자에게 확인해 주십시오.',
      '해결되지 않으면 은행에 전자 인증서 재발급(電子証明書の再発行)을 요청해 주십시오.',
    ],
  },
  'certificates-piled-up': { causes: ['갱신이나 재발급 때마다 이전 것이 남음'], steps: ['정리해도 은행에서 폐지되는 것은 아닙니다.'] },
  'certificates-tidied': { causes: ['‘오래된 것 정리’ 버튼을 누름'], steps: ['브라우저를 열어 두었다면 닫았다가 다시 열어 주십시오.'] },
};
