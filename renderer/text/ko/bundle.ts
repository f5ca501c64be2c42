import type { jaBundle } from '../ja/bundle.ts';

export const koBundle: typeof jaBundle = {
  name: '문의용 파일',
  make: '문의용 파일 만들기',
  lead: '무슨 일이 있었는지를 은행이나 사내 시스템 담당자에게 알리기 위한 파일입니다. 저장해도 자동으로 어디에도 보내지지 않습니다. 건네줄지 여부는 내용을 보신 후에 결정해 주십시오.',
  gathering: '이 PC의 상태를 조사하여 모으고 있습니다. 15초 정도 걸릴 수 있습니다.',
  leftOut: '들어가지 않는 것',
  leftOutText: '비밀번호, 일회용 비밀번호, 의뢰서에 입력한 이름·전화번호·계좌번호',
  held: '들어가는 것',
  heldText: '계약자 ID, 화면에 표시된 계약처와 이용자의 이름, 전자인증서의 내용, 이 PC의 종류와 설정',
  sealed: (bank) => `${bank}만 열 수 있도록 암호화하여 저장합니다.`,
  notSealed: '암호화되지 않습니다. 파일을 받은 사람은 누구나 내용을 읽을 수 있습니다. 건네줄 상대를 확인해 주십시오.',
  preview: '저장되는 모든 내용',
  parts: {
    'events.jsonl': {
      name: '있었던 일',
      about: '표시된 화면, 실행한 조작의 이름과 결과, 은행과의 통신 결과 등을 시간순으로 나열한 것입니다. 입력한 내용은 들어가지 않습니다.',
    },
    'preflight.json': { name: '사전 점검', about: '이 PC와 은행 연결을 조사한 결과입니다.' },
    'environment.json': { name: '이 PC', about: '시스템과 프로그램의 버전, 화면 크기, 시계의 오차, 전자인증서의 내용 등입니다.' },
    'log.jsonl': { name: '동작 기록', about: '프로그램의 동작 기록입니다. 비밀 내용은 기록할 때 지웁니다.' },
    'manifest.json': { name: '목록', about: '이 파일에 들어 있는 것의 목록입니다.' },
  },
  search: '내용에서 찾기',
  found: (count) => `${count}줄이 있습니다.`,
  notFound: '찾을 수 없습니다.',
  empty: '여기에는 아무것도 없습니다.',
  save: '파일 저장',
  size: (kilobytes) => `크기는 약 ${kilobytes} KB입니다.`,
  again: '다시 모으기',
  fileTitle: 'Kaitsu 문의용 파일',
};
