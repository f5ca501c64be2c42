import type { jaNewPc, jaStart } from '../ja/start.ts';

export const koStart: typeof jaStart = {
  place: '첫 화면',
  title: '어떤 절차를 진행하시겠습니까',
  lead: '해당하는 것을 하나 선택해 주십시오. 나중에 이 화면으로 돌아와 다시 선택하실 수 있습니다.',
  needs: (things) => `지금 필요한 것: ${things}`,
  choices: {
    lockedOut: { label: '비밀번호가 잠겼다', note: '의뢰서를 작성하여 영업점에 제출합니다.', needs: '신고 인감(届出印), 계좌 번호' },
    called: { label: '영업점에서 연락이 왔다', note: '잠금 해제 후의 개통 확인으로 진행합니다.', needs: '고객 카드, 신청서 사본' },
    certificate: { label: '전자 인증서가 있다', note: '로그온, 갱신, 이용자 비밀번호 변경', needs: '계약자 비밀번호(ご契約先暗証番号)' },
    newPc: { label: 'PC를 바꾸었다', note: '초기화했거나 다시 설정한 경우에도 여기입니다.' },
    users: { label: '이용자의 비밀번호를 변경한다', note: '로그온한 뒤에 진행하실 수 있습니다.' },
  },
  othersTitle: '그 밖의 절차',
  practice: '지금은 연습입니다. 무엇을 선택해도 실제 은행에는 연결되지 않습니다.',
  goodTitle: (expiry) => `전자 인증서는 ${expiry}까지 유효합니다`,
  snooze: '3일 동안 알림 표시하지 않기',
  snoozed: (until) => `${until}까지 알림을 표시하지 않습니다.`,
  doubtedTitle: (expiry) => `전자 인증서의 유효기한: ${expiry}`,
  dueTitle: '전자 인증서를 갱신할 시기입니다',
  daysLeft: (days, from) => `유효기한까지 ${days}일 남았습니다. ${from}부터 갱신할 수 있습니다.`,
  looking: '갱신할 수 있는 날을 확인하고 있습니다.',
  withRenewal: (line) => `${line} 갱신은 1분 정도면 끝나며, 입력하실 것은 없습니다.`,
};

export const koNewPc: typeof jaNewPc = {
  place: 'PC 변경',
  title: 'PC를 바꾸었거나 다시 설정한 경우',
  lead: '전자 인증서는 발급받은 PC에서, 발급받을 때의 사용자 이름으로만 사용할 수 있습니다. Kaitsu로 다른 PC에 옮길 수는 없습니다.',
  checkTitle: '먼저 확인해 주십시오',
  check:
    '평소와 다른 사용자 이름으로 로그인한 경우에는 전자 인증서를 발급받을 때의 사용자 이름으로 다시 로그인해 주십시오. 이전 PC를 아직 사용할 수 있으면 그 PC에서 로그온하실 수 있습니다.',
  askTitle: '은행에 전자 인증서 재발급(再発行)을 의뢰해 주십시오',
  ask: (phone) =>
    `은행에 전화하여(${phone}) PC를 바꾸어 전자 인증서를 다시 발급받고 싶다고 말씀해 주십시오. 은행의 절차가 끝날 때까지 이 PC에서는 발급받을 수 없습니다.`,
  askWithForm: (phone) =>
    `‘재발급 신청서 작성’ 버튼을 눌러 작성하고, 인쇄하여 신고 인감(届出印)을 찍어 영업점(営業店)에 제출해 주십시오. 은행의 절차가 끝날 때까지 이 PC에서는 발급받을 수 없습니다. 문의는 은행에 전화해 주십시오(${phone}).`,
  calledTitle: '영업점에서 연락이 오면',
  called: '첫 화면으로 돌아가 ‘영업점에서 연락이 왔다’를 선택해 주십시오. 개통 확인(開通確認) 후에 이 PC에서 전자 인증서를 발급받습니다.',
};
