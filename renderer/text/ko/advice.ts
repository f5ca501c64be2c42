import type { Advice, AdviceByCode } from '../advice.ts';
import { koBankFileAdvice } from './bank-file-problems.ts';
import { tellCode, tellStaff } from './common-steps.ts';
import { koEnrolmentAdvice } from './enrolment-problems.ts';
import { koEverydayAdvice } from './everyday-problems.ts';
import { koProxyAdvice } from './proxy-problems.ts';
import { koRecoveryAdvice } from './recovery.ts';
import { koUserAdvice } from './user-problems.ts';

const checkClock = 'PC의 날짜와 시각을 확인해 주십시오.';
const checkPages = '다른 웹 페이지가 열리는지 확인해 주십시오.';
const otherLine = '다른 회선(휴대전화 회선 등)을 쓸 수 있으면 바꾸어 시도해 주십시오.';

const spoiltOnTheWay: Advice = {
  causes: ['사내 통신 장비나 보안 소프트웨어가 통신 내용을 변경함', 'Kaitsu 버전이 오래되어 은행의 규칙과 맞지 않음'],
  steps: [otherLine, tellCode],
};
const keychain: Advice = {
  causes: ['PC 로그인 비밀번호와 보관소의 비밀번호가 다름', '자동 로그인을 사용하여 보관소가 열려 있지 않음'],
  steps: ['PC에서 로그아웃한 뒤 비밀번호를 입력하여 다시 로그인해 주십시오.', tellStaff],
};
const reissue: Advice = {
  causes: ['다른 은행 또는 이전 계약의 전자 인증서를 사용함', '은행 쪽의 전자 인증서 발급 기록이 변경됨'],
  steps: ['전자 인증서의 명의(名義)와 일련번호(シリアル番号)를 알 수 있으면 적은 뒤 전화해 주십시오.', tellCode],
};

export const koAdvice: AdviceByCode = {
  ...koBankFileAdvice,
  ...koRecoveryAdvice,
  ...koEverydayAdvice,
  ...koUserAdvice,
  'identification-refused': {
    causes: ['숫자를 잘못 읽거나 잘못 입력함', '신청서의 4자리 번호가 아니라 로그온용 비밀번호를 입력함', '다른 계약의 고객 카드를 보고 있음'],
    steps: ['입력란의 ‘표시’ 버튼을 눌러 서류와 비교해 주십시오.', '서류와 같은데도 확인되지 않으면 입력을 멈추고 은행에 전화해 주십시오.'],
  },
  'pin-locked': {
    causes: ['이전 비밀번호나 다른 비밀번호를 여러 번 입력함', '대문자와 소문자, 또는 전각과 반각을 혼동함', '사내의 다른 사람이 잘못 입력함'],
    steps: ['고객 카드(お客様カード)와 신고 인감(届出印)을 준비해 주십시오.', '잘못 입력하신 적이 없으면 부정 사용일 수 있으니 즉시 은행에 전화해 주십시오.'],
  },
  'activation-not-released': {
    causes: ['영업점의 연락을 받기 전에 개통 확인을 시작함', '의뢰서에 미비한 점이 있어 영업점이 확인 중임'],
    steps: ['의뢰서를 제출한 날과 영업점의 연락 여부를 확인해 주십시오.'],
  },
  'activation-already-done': {
    causes: ['이전에 개통 확인을 마침', '사내의 다른 사람이 먼저 절차를 진행함'],
    steps: ['사내에서 절차를 진행한 분이 있는지 확인해 주십시오.'],
  },
  'session-expired': {
    causes: ['입력하는 동안 은행이 정한 시간이 지남', '다른 화면에서 같은 절차가 시작됨'],
    steps: ['고객 카드와 신청서 사본을 준비한 뒤 시작해 주십시오.'],
  },
  'step-out-of-order': {
    causes: ['두 화면에서 같은 절차를 진행함', '응답을 받지 못한 사이에 절차가 진행됨', '잠금이 해제된 뒤 개통 확인(開通確認)을 아직 하지 않음'],
    steps: ['계속되면 화면 왼쪽 아래의 ‘화면 코드’를 적어 은행에 알려 주십시오.'],
  },
  'pin-rule-violated': {
    causes: ['영문자만 또는 숫자만으로 되어 있음', '은행이 허용하지 않는 문자가 들어 있음'],
    steps: ['이전에 사용한 비밀번호는 피해 주십시오.'],
  },
  'registration-pin-refused': {
    causes: ['잘못 입력함', '신청서의 4자리 번호가 아니라 로그온용 비밀번호를 입력함', '오래된 신청서 사본을 보고 있음'],
    steps: ['입력란의 ‘표시’ 버튼을 눌러 사본과 비교해 주십시오.', '사본을 찾을 수 없으면 입력을 멈추고 은행에 전화해 주십시오.'],
  },
  'one-time-password-refused': {
    causes: ['행이나 열을 잘못 읽음', '다른 계약의 고객 카드를 보고 있음', '새 카드를 받은 뒤에 예전 카드를 보고 있음'],
    steps: ['화면 그림과 같은 위치를 고객 카드에서 손가락으로 짚어 확인해 주십시오.', '번호가 맞는데도 확인되지 않으면 입력을 멈추고 은행에 전화해 주십시오.'],
  },
  'logon-refused': {
    causes: ['대문자와 소문자를 혼동함(Caps Lock을 확인해 주십시오)', '확인 비밀번호(ご契約先確認暗証番号)를 입력함', '이전 비밀번호를 입력함'],
    steps: ['입력란의 ‘표시’ 버튼을 눌러 입력한 문자를 확인해 주십시오.', '기억나지 않으면 잠기기 전에 입력을 멈추고 은행에 전화해 주십시오.'],
  },
  'certificate-required': {
    causes: ['이 PC에서 아직 전자 인증서를 발급받지 않음', '전자 인증서가 다른 PC에 있음', '발급받을 때와 다른 사용자 이름으로 이 PC에 로그인함'],
    steps: ['이미 발급받았으면 발급받은 PC에 발급받을 때의 사용자 이름으로 로그인하여 로그온해 주십시오.'],
  },
  'certificate-expired': {
    causes: ['유효기한까지 갱신하지 않음', '갱신 안내 메일이 도착하지 않음'],
    steps: ['유효기한이 지난 뒤 갱신할 수 있는 기간은 한정되어 있습니다. 서둘러 갱신해 주십시오.', '갱신할 수 없으면 은행에 전화해 주십시오.'],
  },
  'certificate-revoked': {
    causes: ['관리자 또는 은행이 폐지 절차를 진행함', '새 전자 인증서가 발급되어 이전 것이 폐지됨', '분실이나 부정 사용 신고가 있었음'],
    steps: [tellCode],
  },
  'certificate-untrusted': reissue,
  'certificate-wrong-contract': reissue,
  'enrolment-refused': {
    causes: ['전자 인증서를 이미 한 번 받음', '개통 확인 후에 다시 잠김'],
    steps: ['다른 PC에서 발급받지 않았는지 사내에서 확인해 주십시오.', tellCode],
  },
  'enrolment-deadline-passed': {
    causes: ['개통 확인 후 발급받지 않은 채 날짜가 지남'],
    steps: ['‘전자 인증서의 발급 기한(取得期限)이 지났다’고 말씀해 주십시오.', tellCode],
  },
  'certificate-request-refused': {
    causes: ['Kaitsu 버전이 오래되어 은행의 규칙과 맞지 않음', '신청 명의가 은행의 등록 내용과 다름'],
    steps: ['Kaitsu를 최신 버전으로 업데이트해 주십시오.', tellCode],
  },
  ...koEnrolmentAdvice,
  ...koProxyAdvice,
  'request-malformed': spoiltOnTheWay,
  'content-too-large': spoiltOnTheWay,
  'content-type-unsupported': spoiltOnTheWay,
  'idempotency-key-missing': spoiltOnTheWay,
  'idempotency-key-reused': spoiltOnTheWay,
  'not-found': spoiltOnTheWay,
  'method-not-allowed': spoiltOnTheWay,
  'too-many-requests': {
    causes: ['같은 조작을 여러 번 이어서 함', '사내의 여러 사람이 동시에 조작함'],
    steps: ['시각이 표시되어 있으면 그 시각까지 기다려 주십시오.'],
  },
  'bank-closed': {
    causes: ['서비스 시간 외 또는 휴일', '은행 시스템 점검 중'],
    steps: ['접수 시간은 은행 홈페이지 등에서 확인해 주십시오.'],
  },
  'bank-failure': {
    causes: ['은행 시스템의 일시적인 장애', '은행 시스템 점검 직후'],
    steps: ['10분 정도 기다려도 계속되면 은행에 전화해 주십시오.', tellCode],
  },
  'bank-unreachable': {
    causes: ['이 PC가 인터넷에 연결되어 있지 않음', '사내 설정이 은행과의 통신을 막고 있음', '은행 쪽 서버가 멈춰 있음'],
    steps: [checkPages, tellStaff],
  },
  'bank-timeout': { causes: ['은행 시스템이 혼잡함', '통신 도중에 지연이 발생함'], steps: [checkPages, tellStaff] },
  'bank-untrusted': {
    causes: ['사내 보안 장비가 통신 내용을 검사함', 'PC의 날짜가 크게 어긋나 있음', '가짜 사이트에 연결되어 있음'],
    steps: [checkClock, '외부 무선 랜을 사용 중이면 연결을 끊어 주십시오.'],
  },
  'bank-answer-invalid': {
    causes: ['중간 장비가 은행의 응답을 변경함', '통신이 도중에 끊김', '은행 시스템의 장애'],
    steps: [otherLine, tellCode],
  },
  cancelled: { causes: ['‘중지’ 버튼을 누름'], steps: [] },
  'certificate-mismatch': {
    causes: ['PC의 날짜가 크게 어긋나 있음', '은행이 다른 신청에 대한 응답을 보냄', '중간 장비가 응답을 바꿈'],
    steps: [checkClock, tellCode],
  },
  'certificate-store-missing': {
    causes: ['인증서를 다루는 소프트웨어(Linux에서는 libnss3-tools 등)가 설치되어 있지 않음', '사내 설정으로 그 소프트웨어의 사용이 막혀 있음'],
    steps: ['사용할 수 있게 되면 이어서 발급받을 수 있습니다.'],
  },
  'certificate-store-refused': { causes: ['브라우저가 저장소를 사용 중임', '저장소에 별도의 비밀번호가 설정되어 있음'], steps: [tellStaff] },
  'certificate-file-unreadable': {
    causes: ['비밀번호 보관소(키체인)에서 비밀번호가 사라짐', '파일이 다른 소프트웨어로 옮겨지거나 변경됨'],
    steps: ['백업에서 복원한 직후라면 복원한 분에게 확인해 주십시오.', tellCode],
  },
  'keychain-missing': {
    causes: ['비밀번호를 보관하는 기능(Linux에서는 Secret Service)이 설치되어 있지 않음', '한 번도 설정되지 않음'],
    steps: [tellStaff],
  },
  'keychain-locked': keychain,
  'keychain-refused': keychain,
  'disk-full': { causes: ['파일이 쌓여 있음', '사용자별 용량 한도에 도달함'], steps: [tellStaff] },
  'disk-refused': {
    causes: ['폴더의 쓰기 권한이 변경됨', '보안 소프트웨어가 쓰기를 막음'],
    steps: ['PC를 다시 시작한 뒤 다시 시도해 주십시오.'],
  },
  'journal-unreadable': {
    causes: ['기록하는 도중에 PC의 전원이 꺼짐', '파일이 다른 소프트웨어로 변경됨'],
    steps: ['여러 번 반복되면 시스템 담당자에게 알려 주십시오.'],
  },
  'journal-unavailable': {
    causes: ['보안 소프트웨어나 백업이 파일을 사용하고 있음', '폴더의 읽기 권한이 바뀜', '저장 위치인 네트워크 드라이브에 연결되어 있지 않음'],
    steps: ['1분 정도 기다린 뒤 다시 시도해 주십시오.', 'PC를 다시 시작한 뒤 다시 시도해 주십시오.'],
  },
  'file-unavailable': {
    causes: ['보안 소프트웨어나 백업이 파일을 사용하고 있음', '폴더의 읽기 권한이 바뀜'],
    steps: ['잠시 기다려도 돌아오지 않으면 시스템 담당자에게 알려 주십시오.'],
  },
  'bank-profile-invalid': {
    causes: ['설정 파일에 잘못 적힌 곳이 있음', '오래된 설정 파일을 사용함'],
    steps: ['은행에서 받은 설정 파일을 다시 설치해 주십시오.'],
  },
  'input-invalid': { causes: ['자릿수나 문자 종류가 다름', '전각으로 입력됨'], steps: ['입력란 위의 설명을 확인해 주십시오.'] },
  'not-now': { causes: ['버튼을 여러 번 누름', '다른 절차가 진행 중임'], steps: [] },
  'sender-refused': { causes: ['오래된 화면이 남아 있었음'], steps: ['계속되면 시스템 담당자에게 알려 주십시오.'] },
  internal: {
    causes: ['Kaitsu의 오류', 'PC의 메모리나 저장 공간 부족'],
    steps: ['화면 코드와, 표시되어 있으면 기록 번호를 적어 시스템 담당자에게 알려 주십시오.'],
  },
};
