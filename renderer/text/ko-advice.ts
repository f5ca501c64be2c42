import type { Advice, AdviceByCode } from './advice.ts';

const tellCode = '화면 오른쪽 아래의 화면 코드를 적어 은행에 알려 주십시오.';
const tellStaff = '사내 시스템 담당자에게 이 화면을 보여 주십시오.';
const checkClock = 'PC의 날짜와 시각을 확인해 주십시오.';

const spoiltOnTheWay: Advice = {
  causes: ['사내 프록시나 보안 소프트웨어가 통신 내용을 변경함', 'Kaitsu 버전이 오래되어 은행의 규약과 맞지 않음'],
  steps: ['다른 회선(휴대전화 등)이 있으면 바꾸어 시도해 주십시오.', tellStaff],
};
const keychain: Advice = {
  causes: ['PC 로그인 비밀번호와 키체인 비밀번호가 다름', '자동 로그인으로 인해 키체인이 열려 있지 않음'],
  steps: ['로그아웃한 뒤 비밀번호를 입력하여 다시 로그인해 주십시오.', tellStaff],
};
const reissue: Advice = {
  causes: ['은행 쪽의 전자증명서 기록이 변경됨', '다른 은행 또는 이전 계약의 전자증명서를 사용함'],
  steps: ['전자증명서의 명의와 일련번호를 적은 뒤 은행에 전화해 주십시오.', tellCode],
};

export const koAdvice: AdviceByCode = {
  'identification-refused': {
    causes: ['숫자를 잘못 읽었거나 잘못 입력함', '신청서의 4자리가 아니라 로그온용 비밀번호를 입력함', '다른 계약의 고객 카드를 보고 있음'],
    steps: ["입력란의 '표시'를 눌러 서류와 비교해 주십시오.", '서류와 같은데도 확인되지 않으면 입력을 멈추고 은행에 전화해 주십시오.'],
  },
  'pin-locked': {
    causes: ['이전 비밀번호나 다른 비밀번호를 계속 입력함', '대문자와 소문자, 전각과 반각을 혼동함', '다른 사람이 연속으로 잘못 입력함'],
    steps: ['고객 카드(お客様カード)와 등록 인감(届出印)을 준비해 주십시오.', '짐작 가는 일이 없으면 부정 사용일 수 있으니 즉시 은행에 전화해 주십시오.'],
  },
  'activation-not-released': {
    causes: ['의뢰서가 아직 처리되지 않음', '의뢰서에 미비한 점이 있어 영업점이 확인 중임'],
    steps: ['제출한 날짜와 영업점의 연락 여부를 확인해 주십시오.'],
  },
  'activation-already-done': {
    causes: ['이전에 개통 확인을 마침', '사내의 다른 사람이 먼저 절차를 마침'],
    steps: ['사내의 다른 분에게 절차를 마쳤는지 확인해 주십시오.'],
  },
  'session-expired': { causes: ['입력하는 동안 은행이 정한 시간이 지남', '다른 화면에서 절차가 시작됨'], steps: ['서류를 갖춘 뒤 시작해 주십시오.'] },
  'step-out-of-order': {
    causes: ['두 화면에서 같은 절차를 진행함', '응답을 받지 못한 사이에 절차가 진행됨'],
    steps: ['계속되면 화면 코드를 적고 은행에 전화해 주십시오.'],
  },
  'pin-rule-violated': {
    causes: ['영문자만 또는 숫자만으로 되어 있음', '은행이 허용하지 않는 문자가 있음'],
    steps: ['이전에 사용한 비밀번호는 피해 주십시오.'],
  },
  'registration-pin-refused': {
    causes: ['잘못 입력함', '로그온용 비밀번호를 입력함', '오래된 신청서 사본을 보고 있음'],
    steps: ["입력란의 '표시'를 눌러 사본과 비교해 주십시오.", '사본을 찾을 수 없으면 입력을 멈추고 은행에 전화해 주십시오.'],
  },
  'one-time-password-refused': {
    causes: ['행이나 열을 하나 잘못 읽음', '다른 계약의 고객 카드를 보고 있음', '새 카드를 받은 뒤에 예전 카드를 보고 있음'],
    steps: ['화면 그림에서 표시된 행과 열을 손가락으로 따라가 주십시오.'],
  },
  'logon-refused': {
    causes: ['대문자와 소문자를 혼동함(Caps Lock을 확인해 주십시오)', '확인 비밀번호를 입력함', '이전 비밀번호를 입력함'],
    steps: ["입력란의 '표시'를 눌러 입력한 문자를 확인해 주십시오.", '기억나지 않으면 잠기기 전에 입력을 멈춰 주십시오.'],
  },
  'logged-off': { causes: ['한동안 조작하지 않음', '같은 관리자가 다른 화면에서 로그온함'], steps: ['자리를 비울 때에는 먼저 변경을 마쳐 주십시오.'] },
  'confirmation-refused': {
    causes: ['대문자와 소문자를 혼동함(Caps Lock을 확인해 주십시오)', '로그온 비밀번호를 입력함', '이용자의 확인 비밀번호를 입력함'],
    steps: ["입력란의 '표시'를 눌러 입력한 문자를 확인해 주십시오.", '기억나지 않으면 잠기기 전에 입력을 멈추고 은행에 전화해 주십시오.'],
  },
  'user-suspended': { causes: ['퇴직이나 인사이동 등으로 관리자가 정지함', '실수로 정지함'], steps: ['정지한 이유를 사내에서 확인해 주십시오.'] },
  'user-id-rule-violated': { causes: ['너무 짧거나 너무 긺', '기호나 전각 문자가 들어 있음'], steps: ['입력란 아래의 설명을 확인해 주십시오.'] },
  'user-id-taken': {
    causes: ['이전에 등록한 이용자와 같음', '응답을 받지 못한 사이에 등록이 완료됨'],
    steps: ['이용자 정보 선택(利用者情報選択) 화면에서 그 이용자 ID를 검색해 주십시오.'],
  },
  'user-registered-already': {
    causes: ['조금 전의 등록은 처리되었고 응답만 받지 못함', '사내의 다른 사람이 같은 이용자를 등록함'],
    steps: ['비밀번호는 먼저 전송한 것이 사용됩니다. 확실하지 않으면 이용자 정보 변경(利用者情報変更)에서 새로 덮어써 주십시오.'],
  },
  'user-limit-reached': {
    causes: ['퇴직한 사람 등의 이용자가 남아 있음', '회사의 인원이 계약의 상한을 넘음'],
    steps: ['정지된 이용자도 등록 수에 포함됩니다.'],
  },
  'user-not-found': { causes: ['사내의 다른 사람이 이용자 등록을 변경함', '오래된 목록을 보고 있음'], steps: ['목록을 다시 불러와 주십시오.'] },
  'certificate-required': {
    causes: ['이 PC에서는 아직 전자증명서를 발급받지 않음', '전자증명서가 다른 PC에 있음', '발급받을 때와 다른 사용자로 이 PC에 로그인함'],
    steps: ['발급받은 PC나 사용자 계정이 따로 있으면 그쪽에서 로그온해 주십시오.'],
  },
  'certificate-expired': {
    causes: ['유효기한까지 갱신하지 않음', 'PC의 날짜가 크게 어긋나 있음'],
    steps: [checkClock, '갱신할 수 없으면 은행에 전화해 주십시오.'],
  },
  'certificate-revoked': {
    causes: ['관리자나 은행이 실효 절차를 밟음', '새 전자증명서를 발급받아 이전 것이 실효됨', '분실이나 부정 사용 신고가 있었음'],
    steps: [tellCode],
  },
  'certificate-untrusted': reissue,
  'certificate-wrong-contract': reissue,
  'enrolment-refused': {
    causes: ['전자증명서를 이미 한 번 받음', '개통 확인 후에 다시 잠김'],
    steps: ['다른 PC에서 발급받지 않았는지 사내에 확인해 주십시오.', tellCode],
  },
  'enrolment-deadline-passed': {
    causes: ['개통 확인 후 날짜가 많이 지남', '은행 기록에서 발급 권리가 취소됨'],
    steps: ["'전자증명서 발급 기한이 지났다'고 알려 주십시오.", tellCode],
  },
  'certificate-request-refused': {
    causes: ['은행이 더 긴 키를 요구하게 됨', '신청 명의가 은행의 등록 내용과 다름'],
    steps: ['Kaitsu를 최신 버전으로 업데이트해 주십시오.', tellCode],
  },
  'certificate-not-offered': {
    causes: ['사내 장비나 보안 소프트웨어가 암호 통신을 풀어 중계함', '은행 쪽 접수 서버의 설정이 변경됨'],
    steps: ['은행 주소를 통신 검사 대상에서 제외하도록 요청해 주십시오.', tellStaff],
  },
  'certificate-wrong-chosen': {
    causes: ['여러 계약의 전자증명서가 같은 PC에 있음', '오래된 전자증명서가 남아 있음', '브라우저가 이전 선택을 기억하고 있음'],
    steps: ['브라우저를 모두 닫은 뒤 다시 열어 주십시오.', '사용하지 않는 전자증명서를 정리해 주십시오.'],
  },
  'certificate-expired-revoke-first': {
    causes: ['유효기한까지 갱신하지 않음', '갱신 안내 메일이 도착하지 않음'],
    steps: ['실효 후 전자증명서 발급을 처음부터 진행해 주십시오.', '등록한 이메일 주소가 지금도 유효한지 확인해 주십시오.'],
  },
  'certificate-expired-paper-form': {
    causes: ['유효기한 후 오랫동안 사용하지 않음', '갱신 안내 메일이 도착하지 않음'],
    steps: ['용지에 등록 인감(届出印)을 찍어 영업점(営業店)에 제출해 주십시오.', '재발행 후 전자증명서 발급을 처음부터 진행해 주십시오.'],
  },
  'certificate-expires-soon': {
    causes: ['은행이 정한 갱신 가능 기간이 시작됨'],
    steps: ['갱신하면 이전 전자증명서는 새것으로 바뀝니다.', '나중에 갱신할 때에는 로그온 화면에서 시작할 수 있습니다.'],
  },
  'sole-administrator-stuck': {
    causes: ['전자증명서를 발급받은 PC를 교체하거나 초기화함', '이전 관리자가 다른 PC에서 발급받음'],
    steps: [
      '다른 PC가 없으면 은행에 전자증명서 재발행(電子証明書の再発行)을 상담해 주십시오.',
      '잠금 해제 의뢰서(暗証番号ロック解除依頼書)가 필요한지도 함께 확인해 주십시오.',
    ],
  },
  'request-malformed': spoiltOnTheWay,
  'content-too-large': spoiltOnTheWay,
  'content-type-unsupported': spoiltOnTheWay,
  'idempotency-key-missing': spoiltOnTheWay,
  'idempotency-key-reused': spoiltOnTheWay,
  'not-found': spoiltOnTheWay,
  'method-not-allowed': spoiltOnTheWay,
  'too-many-requests': { causes: ['같은 조작이 여러 번 이어짐', '사내의 여러 사람이 동시에 조작함'], steps: ['표시된 시각까지 조작을 삼가 주십시오.'] },
  'bank-closed': { causes: ['서비스 시간 외 또는 휴일', '은행 시스템 점검'], steps: ['접수 시간은 은행의 안내에서 확인해 주십시오.'] },
  'bank-failure': { causes: ['은행 시스템의 일시적인 장애', '은행 시스템 점검 직후'], steps: ['10분이 지나도 계속되면 은행에 전화해 주십시오.', tellCode] },
  'bank-unreachable': {
    causes: ['이 PC가 인터넷에 연결되어 있지 않음', '사내 설정이 은행과의 통신을 막고 있음', '은행 쪽 서버가 멈춰 있음'],
    steps: ['다른 웹 페이지가 열리는지 확인해 주십시오.', tellStaff],
  },
  'bank-timeout': { causes: ['은행이 혼잡함', '통신 도중에 지연이 발생함'], steps: ['다른 웹 페이지가 열리는지 확인해 주십시오.', tellStaff] },
  'bank-untrusted': {
    causes: ['사내 보안 장비가 은행을 대신하여 응답함', 'PC의 날짜가 크게 어긋나 있음', '가짜 은행에 연결되어 있음'],
    steps: [checkClock, '외부 무선 랜을 사용 중이면 연결을 끊어 주십시오.'],
  },
  'bank-answer-invalid': {
    causes: ['중간 장비가 은행의 응답을 변경함', '통신이 도중에 끊김', '은행 시스템의 장애'],
    steps: ['다른 회선이 있으면 바꾸어 시도해 주십시오.', tellCode],
  },
  cancelled: { causes: ["'중지'를 누름"], steps: [] },
  'answer-stopped-after-pin': {
    causes: ['은행 시스템이 혼잡하여 응답이 끊김', '사내 보안 장비가 응답을 막음', '브라우저나 통신 설정이 오래됨'],
    steps: ['같은 일이 두 번 이어지면 더 이상 비밀번호를 보내지 마십시오.', tellCode],
  },
  'certificate-mismatch': {
    causes: ['은행이 다른 신청에 대한 응답을 보냄', 'PC의 날짜가 크게 어긋나 있음', '중간 장비가 응답을 바꿈'],
    steps: [checkClock, tellCode],
  },
  'certificate-store-missing': {
    causes: ['인증서 도구(NSS 등)가 설치되어 있지 않음', '브라우저를 한 번도 열지 않음'],
    steps: ['브라우저를 한 번 열었다 닫은 뒤 다시 시도해 주십시오.'],
  },
  'certificate-store-refused': { causes: ['브라우저가 저장소를 사용 중임', '저장소에 별도의 비밀번호가 설정되어 있음'], steps: [tellStaff] },
  'certificate-file-unreadable': {
    causes: ['키체인의 암호구가 사라짐', '파일이 다른 도구로 옮겨졌거나 손상됨'],
    steps: ['백업에서 복원한 직후라면 복원한 분에게 확인해 주십시오.', '다시 발급받으려면 은행의 재발행 절차가 필요할 수 있습니다.'],
  },
  'certificate-absent-on-pc': {
    causes: ['PC를 새로 바꾸었거나 초기화함', '전자증명서를 직접 삭제함', '브라우저 설정을 초기화함'],
    steps: ['그 PC가 더 이상 없으면 은행에 전자증명서 재발행(電子証明書の再発行)을 요청해 주십시오.', '새 PC에서 전자증명서 발급을 처음부터 진행해 주십시오.'],
  },
  'other-os-user': {
    causes: ['같은 PC를 다른 사용자 이름으로 사용함', '다른 사용자의 데이터를 복사함'],
    steps: ['어느 사용자로 발급받았는지 모르면 시스템 담당자에게 문의해 주십시오.'],
  },
  'remote-session': { causes: ['원격 데스크톱 등으로 접속함', '가상 데스크톱에서 실행 중임'], steps: ['재택근무 중이면 시스템 담당자와 상담해 주십시오.'] },
  'key-cannot-sign': {
    causes: ['PC 비밀번호가 관리자에 의해 변경됨', '전자증명서의 키가 손상되었거나 다른 키로 바뀜', '다른 PC에서 데이터만 복사함'],
    steps: [
      '이전 비밀번호로 되돌릴 수 있는지 시스템 담당자에게 확인해 주십시오.',
      '해결되지 않으면 은행에 전자증명서 재발행(電子証明書の再発行)을 요청해 주십시오.',
    ],
  },
  'certificates-piled-up': { causes: ['갱신이나 재발행 때마다 이전 것이 남음'], steps: ['정리해도 은행에서 실효되는 것은 아닙니다.'] },
  'certificates-tidied': { causes: ["'오래된 것 정리'를 누름"], steps: ['브라우저를 열어 두었다면 다시 열어 주십시오.'] },
  'keychain-missing': { causes: ['키체인 기능(Secret Service 등)이 설치되어 있지 않음', '한 번도 설정되지 않음'], steps: [tellStaff] },
  'keychain-locked': keychain,
  'keychain-refused': keychain,
  'disk-full': { causes: ['파일이 쌓여 있음', '사용자별 용량 한도에 도달함'], steps: [tellStaff] },
  'disk-refused': { causes: ['폴더 권한이 변경됨', '보안 소프트웨어가 쓰기를 막음'], steps: ['PC를 다시 시작한 뒤 시도해 주십시오.'] },
  'journal-unreadable': { causes: ['기록 도중에 PC의 전원이 꺼짐', '파일이 다른 도구로 변경됨'], steps: ['여러 번 계속되면 시스템 담당자에게 알려 주십시오.'] },
  'bank-profile-invalid': { causes: ['설정 파일의 오기', '오래된 설정 파일이 사용됨'], steps: ['은행에서 받은 설정 파일을 다시 설치해 주십시오.'] },
  'input-invalid': { causes: ['자릿수나 문자 종류가 다름', '전각으로 입력됨'], steps: ['입력란 아래의 설명을 확인해 주십시오.'] },
  'not-now': { causes: ['버튼을 연속으로 누름', '다른 절차가 진행 중임'], steps: [] },
  'sender-refused': { causes: ['오래된 화면이 남아 있었음'], steps: ['계속되면 시스템 담당자에게 알려 주십시오.'] },
  internal: { causes: ['Kaitsu의 오류', 'PC의 메모리나 용량 부족'], steps: ['기록 번호를 적어 시스템 담당자에게 알려 주십시오.'] },
};
