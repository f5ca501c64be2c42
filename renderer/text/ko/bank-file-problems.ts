import type { Advice, BankFileCode, ProblemText } from '../advice.ts';

const callTheCard = '은행에 확인하실 때는 고객 카드(お客様カード)에 적힌 전화번호를 이용해 주십시오. 파일이나 메일에 적힌 번호는 이용하지 마십시오.';

export const koBankFileProblems: Readonly<Record<BankFileCode, ProblemText>> = {
  'bank-file-damaged': {
    title: '은행 파일을 확인할 수 없었습니다.',
    why: '파일이 손상되었거나 변경되었습니다. 이 파일은 사용하지 않았습니다.',
    next: '은행 홈페이지에서 파일을 다시 받아 주십시오.',
  },
  'bank-file-expired': {
    title: '은행 파일의 유효 기간이 아닙니다.',
    why: '파일의 기한이 지났거나 아직 시작되지 않았습니다. 이 파일은 사용하지 않았습니다.',
    next: 'PC의 날짜가 맞다면 은행에서 새 파일을 받아 주십시오.',
  },
  'bank-file-foreign': {
    title: '이 은행 파일의 서명자가 확인한 은행과 다릅니다.',
    why: '가짜 은행으로 연결되는 파일일 수 있습니다. 이 파일은 사용하지 않았습니다.',
    next: '고객 카드(お客様カード)에 적힌 전화번호로 은행에 확인해 주십시오.',
  },
  'bank-file-newer': {
    title: '이 은행 파일에는 더 새로운 Kaitsu가 필요합니다.',
    why: '사용 중인 Kaitsu보다 새로운 형식으로 만들어진 파일입니다.',
    next: '사내 시스템 담당자에게 Kaitsu 업데이트를 요청해 주십시오.',
  },
  'bank-file-unsigned': {
    title: '은행 파일에 서명이 없습니다.',
    why: '누가 만든 파일인지 확인할 수 없으므로 이 파일은 사용하지 않았습니다.',
    next: '은행이 배포하는 서명된 은행 파일을 받아 주십시오.',
  },
  'bank-file-older': {
    title: '이 은행 파일보다 새로운 파일을 이미 사용하고 있습니다.',
    why: '은행 파일은 버전 번호가 더 큰 것으로만 바꿀 수 있습니다. 현재 설정은 바뀌지 않았습니다.',
    next: '그대로 사용하실 수 있습니다. 아무것도 하지 않으셔도 됩니다.',
  },
  'prescribed-by-policy': {
    title: '귀사의 정책으로 지정되어 있어 변경할 수 없습니다.',
    why: '이 항목은 귀사의 시스템 담당자가 이 PC에 대해 지정한 것입니다.',
    next: '변경이 필요하면 사내 시스템 담당자와 상의해 주십시오.',
  },
};

export const koBankFileAdvice: Readonly<Record<BankFileCode, Advice>> = {
  'bank-file-damaged': {
    causes: ['다운로드나 메일 과정에서 파일이 손상되었다', '다른 소프트웨어로 파일을 열어 저장했다', '누군가 파일을 변경했다'],
    steps: ['잘못된 위치는 이 화면에 표시되어 있습니다. 은행에 알려 주십시오.', callTheCard],
  },
  'bank-file-expired': {
    causes: ['이전에 받은 오래된 파일을 선택했다', 'PC의 날짜가 맞지 않는다'],
    steps: [callTheCard],
  },
  'bank-file-foreign': {
    causes: ['은행을 사칭한 누군가가 파일을 만들었다', '서면의 번호를 잘못 읽거나 잘못 입력했다', '은행이 서명 키를 교체했다'],
    steps: ['은행이 키를 교체했음이 확인되면, 등록된 은행을 삭제한 후 새 파일을 등록해 주십시오.', callTheCard],
  },
  'bank-file-newer': {
    causes: ['Kaitsu의 버전이 오래되었다'],
    steps: ['업데이트할 수 없다면 이전 형식의 파일이 있는지 은행에 확인해 주십시오.'],
  },
  'bank-file-unsigned': {
    causes: ['은행 담당자가 확인용 파일을 건넸다', '은행이 아닌 누군가가 파일을 만들었다'],
    steps: ['서명이 없는 파일은 사내 시스템 담당자가 정책으로 지정한 경우에만 사용할 수 있습니다.', callTheCard],
  },
  'bank-file-older': {
    causes: ['이전에 받은 파일을 선택했다', '은행이 버전 번호를 바꾸지 않고 파일을 다시 만들었다'],
    steps: ['새 파일인데도 이 표시가 나오면 은행에 알려 주십시오.'],
  },
  'prescribed-by-policy': {
    causes: ['사용할 은행과 기능을 귀사에서 정했다', '정책에 오류가 있어 안전을 위해 제한되었다'],
    steps: ['시스템 담당자는 명령 ‘policy check’로 오류 여부를 확인할 수 있습니다.'],
  },
};

/** How each can be met, beside the practice. */
export const koBankFileSteps: Readonly<Record<BankFileCode, string>> = {
  'bank-file-damaged': '은행 파일의 한 글자를 바꾼 후 명령 ‘bank add’로 등록해 보십시오.',
  'bank-file-expired': '기한이 지난 은행 파일을 명령 ‘bank add’로 등록해 보십시오.',
  'bank-file-foreign': '명령 ‘bank add’에 서면과 다른 번호를 지정해 보십시오.',
  'bank-file-newer': '새로운 형식의 은행 파일을 명령 ‘bank add’로 등록해 보십시오.',
  'bank-file-unsigned': '은행 프로필(JSON)을 명령 ‘bank add’로 등록해 보십시오.',
  'bank-file-older': '등록한 은행의 이전 버전 파일을 명령 ‘bank add’로 등록해 보십시오.',
  'prescribed-by-policy': '정책으로 은행이 지정된 PC에서 명령 ‘bank add’를 사용해 보십시오.',
};
