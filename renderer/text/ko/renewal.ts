import type { jaRenewalScreen, jaValidity } from '../ja/renewal.ts';

export const koRenewalScreen: typeof jaRenewalScreen = {
  place: '전자 인증서 갱신',
  running: '전자 인증서를 갱신하고 있습니다',
  cancelling: '갱신을 중지하고 있습니다',
  stopped: '전자 인증서 갱신을 중지했습니다',
  pending: '은행의 승인을 기다리고 있습니다',
  failed: '전자 인증서를 갱신하지 못했습니다',
  lead: '그대로 기다려 주십시오. 끝나면 새 전자 인증서로 로그온하는 화면으로 넘어갑니다.',
  leadCancelling: '안전한 단계에서 중지합니다. 잠시 기다려 주십시오.',
  leadStopped: '지금의 전자 인증서는 그대로 남아 있습니다. 준비되면 이어서 갱신할 수 있습니다.',
  leadFailed: '아래 안내를 확인하고 다시 시도해 주십시오. 지금의 전자 인증서는 그대로 남아 있습니다.',
  list: '갱신 단계',
  cancel: '중지',
  retry: '다시 갱신하기',
  proceed: '이어서 갱신하기',
};

export const koValidity: typeof jaValidity = {
  notDue: (expiry, from) => `전자 인증서의 유효기한은 ${expiry}입니다. ${from}부터 갱신할 수 있습니다.`,
  due: (expiry, days) =>
    days === 0 ? `전자 인증서의 유효기한(${expiry})까지 하루도 남지 않았습니다.` : `전자 인증서의 유효기한(${expiry})까지 ${days}일 남았습니다.`,
  closesAt: (moment) => ` 갱신은 ${moment}까지 할 수 있습니다.`,
  closed: {
    revokeFirst: (expiry) =>
      `갱신할 수 있는 기간이 끝났습니다. 전자 인증서는 유효기한(${expiry})까지 사용할 수 있습니다. 그 뒤에도 사용하시려면 은행에 전화하여 전자 인증서 폐지(電子証明書の失効)를 의뢰해 주십시오.`,
    paperForm: (expiry) =>
      `갱신할 수 있는 기간이 끝났습니다. 전자 인증서는 유효기한(${expiry})까지 사용할 수 있습니다. 그 뒤에도 사용하시려면 은행에 전화하여 전자 인증서 재발급(再発行) 신청서를 요청해 주십시오.`,
  },
  expired: (expiry, until) => `전자 인증서의 유효기한(${expiry})이 지났습니다. ${until}까지 갱신할 수 있습니다.`,
  refused: '전자 인증서의 유효기한이 지났다고 은행에서 답했습니다. 갱신하면 다시 사용할 수 있습니다.',
  revokeFirst: (expiry) => `전자 인증서의 유효기한(${expiry})이 지나 갱신할 수 없습니다. 은행에 전화하여 전자 인증서 폐지(電子証明書の失効)를 의뢰해 주십시오.`,
  paperForm: (expiry) =>
    `전자 인증서의 유효기한(${expiry})과 갱신 가능 기간이 모두 지났습니다. 은행에 전화하여 전자 인증서 재발급(再発行) 신청서를 요청해 주십시오.`,
  note: '입력하실 것은 없습니다. 1분 정도면 끝납니다.',
  noteLoggedOn: '갱신을 시작하면 로그오프됩니다. 끝나면 새 전자 인증서로 다시 로그온해 주십시오.',
  renew: '전자 인증서 갱신하기',
  expiredTitle: '전자 인증서의 유효기한이 지났습니다',
  expiredLead: '유효기한이 지난 전자 인증서로는 로그온할 수 없습니다. 아래 안내대로 진행해 주십시오.',
};
