import type { Advice, ProblemText, RecoveryCode } from '../advice.ts';
import type { jaRecovery } from '../ja/recovery.ts';

export const koRecoveryProblems: Readonly<Record<RecoveryCode, ProblemText>> = {
  'certificate-waiting': {
    title: '아직 받지 않은 전자 인증서가 있습니다.',
    why: '은행의 확인은 이미 끝났으며, 전자 인증서를 받기 위한 기록이 이 PC에 남아 있습니다.',
    next: '위의 ‘전자 인증서 발급으로 이동’을 눌러 주십시오. 지금까지의 입력을 다시 할 필요는 없습니다.',
  },
  'certificate-issued-to-lost-key': {
    title: '전자 인증서가 없어진 키에 대해 발급되었습니다.',
    why: '은행은 전자 인증서를 이미 발급했지만, 사용에 필요한 키가 이 PC에서 없어졌습니다.',
    next: '‘재발급 신청서 작성’을 눌러 인쇄한 후 거래 영업점에 제출해 주십시오.',
  },
  'pending-key-unreadable': {
    title: '전자 인증서 신청에 사용한 키를 읽을 수 없습니다.',
    why: '다른 소프트웨어가 키 파일을 사용 중이거나, 열 수 있는 권한이 없거나, 파일이 다른 것으로 바뀌었습니다.',
    next: '잠시 기다린 후 ‘다시 발급받기’를 눌러 주십시오. 해결되지 않으면 ‘새 키로 발급받기’를 눌러 주십시오.',
  },
  'certificate-in-browser-only': {
    title: '전자 인증서를 브라우저에서만 사용할 수 있습니다.',
    why: 'Kaitsu의 사본을 읽을 수 없지만, 브라우저가 사용하는 전자 인증서는 이 PC에서 정상적으로 작동합니다.',
    next: '브라우저에서 은행 홈페이지를 열어 로그온해 주십시오.',
  },
  'certificate-file-unavailable': {
    title: '저장된 전자 인증서를 지금은 읽을 수 없습니다.',
    why: '다른 소프트웨어가 전자 인증서 파일을 사용 중이거나, 열 수 있는 권한이 없습니다. 파일은 변경하지 않았습니다.',
    next: '잠시 기다린 후 다시 시도해 주십시오.',
  },
};

export const koRecoveryAdvice: Readonly<Record<RecoveryCode, Advice>> = {
  'certificate-waiting': {
    causes: ['지난번 절차가 전자 인증서를 받기 전에 끝났다', '절차의 기록이 없어졌다'],
    steps: ['받을 수 있는 기한이 지났다면 은행에 문의해 주십시오.'],
  },
  'certificate-issued-to-lost-key': {
    causes: ['키 파일이 손상되거나 삭제되었다', '비밀번호 보관소(키체인)에서 키의 비밀번호가 없어졌다'],
    steps: ['재발급이 끝나면 ‘개통 확인’을 통해 전자 인증서를 받아 주십시오.', '손상된 파일은 다른 이름으로 남겨 두었습니다.'],
  },
  'pending-key-unreadable': {
    causes: ['백신 프로그램이나 백업이 파일을 사용하고 있다', '파일을 열 수 있는 권한이 바뀌었다'],
    steps: [
      'PC를 다시 시작한 후 다시 시도해 주십시오.',
      '은행이 이전 키에 대해 이미 발급했다면 새 키로는 받을 수 없습니다. 그 경우에는 신청서로 재발급을 받아야 합니다.',
    ],
  },
  'certificate-in-browser-only': {
    causes: ['Kaitsu의 파일이 손상되거나 삭제되었다', '비밀번호 보관소(키체인)에서 비밀번호가 없어졌다'],
    steps: [
      '백업이 있으면 Kaitsu의 파일을 복원하십시오. Kaitsu에서도 로그온할 수 있게 됩니다.',
      '이 전자 인증서는 Kaitsu에서 갱신할 수 없습니다. 유효기한 전에 은행에 재발급을 요청해 주십시오.',
    ],
  },
  'certificate-file-unavailable': {
    causes: ['백신 프로그램이나 백업이 파일을 사용하고 있다', '파일을 열 수 있는 권한이 바뀌었다'],
    steps: [
      '급한 경우에는 브라우저에서 은행 홈페이지를 열면 그곳에서 로그온할 수 있는 경우가 있습니다.',
      'PC를 다시 시작해도 해결되지 않으면 시스템 담당자에게 알려 주십시오.',
    ],
  },
};

export const koRecovery: typeof jaRecovery = {
  retrievalTitle: '아직 받지 않은 전자 인증서가 있습니다',
  retrievalText: (organization, date) =>
    `${organization}의 개통 확인은 끝났습니다. 이어서 전자 인증서를 받을 수 있습니다(기한: ${date}). 의뢰서 제출이나 개통 확인을 다시 할 필요는 없습니다.`,
  retrievalTextFirst: (organization, date) =>
    `${organization}의 일회용 비밀번호를 확인했습니다. 이어서 전자 인증서를 받을 수 있습니다(기한: ${date}). 그다음에 개통 확인을 합니다. 의뢰서를 다시 제출할 필요는 없습니다.`,
  activationTitle: '개통 확인이 남아 있습니다',
  activationText: (organization) =>
    `${organization}의 전자 인증서를 이 PC에 발급받았습니다. 이어서 개통 확인에서 새 비밀번호를 설정하면 로그온할 수 있습니다. 고객 카드와 신청서 사본을 준비해 주십시오.`,
  activationAction: '개통 확인으로 이동',
  retrievalAction: '전자 인증서 발급으로 이동',
  newKey: '새 키로 발급받기',
  reissueOpen: '재발급 신청서 작성',
  reissueTitle: '재발급 신청서 작성',
  reissueLead:
    '입력한 내용은 오른쪽(또는 아래)의 견본에 표시됩니다. 인쇄하여 은행에 신고한 인감(届出印)을 찍고 거래 영업점에 제출해 주십시오. 재발급이 끝나면 영업점에서 연락드립니다.',
  reissuePlace: '전자 인증서 재발급(再発行)',
};
