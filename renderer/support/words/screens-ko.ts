import type { ScreenTells } from '../words.ts';

/** 화면별로 전화에서 할 말. 버튼 이름은 고객 화면의 말로 들어간다. */
export const screensKo: ScreenTells = {
  start: {
    purpose: '무엇을 할지 선택하는 처음 화면입니다.',
    calls: ['무엇을 선택해야 할지 모른다', '이전 절차를 어디서 이어야 할지 모른다', '전자 인증서 기한 알림을 보고 불안해졌다'],
    say: () => ['오늘은 무엇을 하시려고 합니까? 비밀번호가 잠겼는지, 영업점에서 연락이 왔는지, PC를 바꾸셨는지 말씀해 주십시오.'],
    act: (t) => `잠긴 경우에는 ‘${t.screens.start.choices.lockedOut.label}’을(를) 눌러 주십시오. 나중에 되돌아와 다시 선택할 수 있습니다.`,
  },
  'new-pc': {
    purpose: 'PC를 바꾼 고객에게 전자 인증서 재발급을 안내하는 화면입니다.',
    calls: ['이전 PC에서 전자 인증서를 옮기고 싶다', '평소와 다른 사용자 이름으로 로그인했다', '이전 PC가 고장 났다'],
    say: () => [
      '이전 PC를 아직 쓸 수 있습니까? 쓸 수 있으면 그 PC에서 로그온할 수 있습니다.',
      '전자 인증서는 다른 PC로 옮길 수 없습니다. 쓸 수 없으면 재발급 절차를 안내해 드리겠습니다.',
    ],
    act: (t) => `재발급이 끝나 영업점에서 연락이 오면 처음 화면에서 ‘${t.screens.start.choices.called.label}’을(를) 눌러 주십시오.`,
  },
  locked: {
    purpose: '비밀번호가 잠겨 의뢰서 제출을 안내하는 화면입니다.',
    calls: ['급한 이체가 있어 지금 바로 풀어 달라고 한다', '의뢰서 작성법이나 제출처를 모른다', '사내의 누가 틀렸는지 알고 싶어 한다'],
    say: () => [
      '잠금은 영업점에서 의뢰서를 받은 뒤에 풀 수 있습니다. 전화로는 풀 수 없습니다.',
      '신고 인감과 계좌 번호를 준비해 주십시오. 고객 카드와 신청서 사본은 연락이 온 뒤에 사용합니다.',
    ],
    act: (t) => `‘${t.releaseRequest.open}’을(를) 누르면 의뢰서를 만들 수 있습니다. 제출하신 뒤에 ‘${t.screens.locked.action}’을(를) 눌러 주십시오.`,
  },
  'release-request': {
    purpose: '영업점에 제출할 의뢰서를 만드는 화면입니다.',
    calls: ['어느 칸을 써야 할지 모른다', '인쇄되지 않는다', '인감을 어디에 찍는지 모른다'],
    say: () => ['비밀번호 자체는 의뢰서 어디에도 적지 마십시오.', '인쇄한 종이에 신고 인감을 찍어 거래 영업점 창구에 내 주십시오.'],
    act: (t) => `입력이 끝나면 ‘${t.releaseRequest.print}’을(를), 프린터가 없으면 ‘${t.releaseRequest.savePdf}’을(를) 눌러 주십시오.`,
  },
  'awaiting-release': {
    purpose: '영업점의 연락을 기다리는 화면입니다.',
    calls: ['언제 풀리는지 묻는다', '연락이 아직 오지 않았다', '연락이 오기 전에 다음으로 진행했다'],
    say: () => ['의뢰서를 제출하신 날과 영업점을 알려 주십시오. 진행 상황을 확인하겠습니다.', '기다리시는 동안 Kaitsu를 닫으셔도 됩니다.'],
    act: (t) => `영업점에서 연락이 오면 ‘${t.screens.awaitingRelease.action}’을(를) 눌러 주십시오.`,
  },
  'logon-menu': {
    purpose: '관리자 절차로 들어가는 첫 번째 메뉴입니다. PC 사전 점검도 여기서 합니다.',
    calls: ['어디를 눌러야 할지 모른다', '사전 점검에 주의 표시가 있다'],
    say: (t) => [`‘${t.preflight.title}’에 주의 표시가 있는지 봐 주시겠습니까? 있으면 먼저 해결하겠습니다.`],
    act: (t) => `‘${t.screens.logonMenu.choice}’을(를) 눌러 주십시오.`,
  },
  'activation-menu': {
    purpose: '전자 인증서 방식의 절차를 선택하는 두 번째 메뉴입니다.',
    calls: ['개통 확인과 로그온 중 무엇인지 모른다'],
    say: (t) => [
      `영업점에서 해제 연락을 받았고 아직 비밀번호를 새로 정하지 않았다면 ‘${t.screens.activationMenu.action}’입니다.`,
      `전자 인증서를 이미 받았다면 ‘${t.screens.activationMenu.logon}’입니다.`,
    ],
    act: (t) => `이번에는 ‘${t.screens.activationMenu.action}’을(를) 눌러 주십시오.`,
  },
  identification: {
    purpose: '계약자 ID와 신청서의 4자리 번호로 계약을 확인하는 화면입니다.',
    calls: ['4자리 번호를 모른다', '신청서 사본을 찾지 못한다', '몇 번 입력해도 확인되지 않는다'],
    say: (t) => [
      `고객 카드를 보면서 ‘${t.fields.contractorId.label}’에 11자리 숫자를 입력해 주십시오.`,
      `‘${t.fields.registrationPin.label}’은(는) 신청서 사본에 있는 4자리입니다. 로그온용 비밀번호가 아닙니다.`,
    ],
    act: (t) => `‘${t.input.show}’을(를) 눌러 서류와 비교한 뒤 ‘${t.screens.identification.action}’을(를) 눌러 주십시오.`,
  },
  'new-pins': {
    purpose: '앞으로 사용할 비밀번호 두 개를 정하는 화면입니다.',
    calls: ['비밀번호를 쓸 수 없다고 나온다', '두 비밀번호의 차이를 모른다', '붙여 넣기가 안 된다'],
    say: (t) => [
      `‘${t.fields.logonPin.label}’은(는) 로그온할 때, ‘${t.fields.confirmationPin.label}’은(는) 거래를 확인할 때 씁니다. 서로 다르게 정해 주십시오.`,
      '영문자와 숫자를 모두 쓰고, 같은 것을 한 번 더 직접 입력해 주십시오.',
    ],
    act: (t) => `모든 규칙에 초록색 표시가 되면 ‘${t.screens.newPins.action}’을(를) 눌러 주십시오.`,
  },
  'one-time-password': {
    purpose: '고객 카드의 번호로 카드를 가지고 있는지 확인하는 화면입니다.',
    calls: ['카드의 어디를 봐야 할지 모른다', '카드가 새로 왔다', '카드를 잃어버렸다'],
    say: () => ['화면 그림에 표시된 자리를 고객 카드에서 행과 열을 손가락으로 짚어 찾아 주십시오.', '카드 번호는 전화로 말씀하지 마십시오.'],
    act: (t) => `그 번호를 입력하고 ‘${t.screens.oneTimePassword.action}’을(를) 눌러 주십시오.`,
  },
  'certificate-required': {
    purpose: '개통 확인이 끝나고 전자 인증서 취득을 시작하는 화면입니다.',
    calls: ['끝난 줄 알고 닫았다', '화면의 기한이 언제까지인지 묻는다', '전자 인증서가 무엇인지 묻는다'],
    say: () => ['남은 것은 전자 인증서 취득과 로그온뿐입니다. 입력할 것은 없고 보통 1분 정도면 끝납니다.'],
    act: (t) => `‘${t.screens.certificateRequired.action}’을(를) 눌러 주십시오.`,
  },
  retrieval: {
    purpose: '전자 인증서를 취득하는 화면입니다. 7단계가 자동으로 진행됩니다.',
    calls: ['멈춘 것처럼 보인다', '도중에 닫았다', '취득하지 못했다고 나왔다'],
    say: () => ['그대로 기다려 주십시오. 도중에 멈춰도 그때까지의 결과가 남아 있어 이어서 취득할 수 있습니다.'],
    act: (t) => `멈춰 있으면 ‘${t.screens.retrieval.retry}’ 또는 ‘${t.screens.retrieval.proceed}’을(를) 눌러 주십시오.`,
  },
  renewal: {
    purpose: '기한이 가까운 전자 인증서를 새것으로 바꾸는 화면입니다.',
    calls: ['갱신이 끝나지 않는다', '멈췄는데 지금 것을 쓸 수 있는지 묻는다', '갱신 후 다시 로그온하라고 나왔다'],
    say: () => ['지금의 전자 인증서는 새것이 올 때까지 그대로 쓸 수 있습니다.', '끝나면 새 전자 인증서로 로그온합니다.'],
    act: (t) => `멈춰 있으면 ‘${t.screens.renewal.retry}’ 또는 ‘${t.screens.renewal.proceed}’을(를) 눌러 주십시오.`,
  },
  'certificate-ready': {
    purpose: '전자 인증서로 로그온하는 화면입니다.',
    calls: ['어느 비밀번호를 입력해야 할지 모른다', '로그온되지 않는다', '전자 인증서 기한이 표시되어 있다'],
    say: (t) => [`개통 확인에서 정한 ‘${t.fields.logonPin.label}’을(를) 입력해 주십시오. 거래 확인용 번호나 신청서의 4자리가 아닙니다.`],
    act: (t) => `대문자와 소문자를 확인하고 ‘${t.screens.certificateReady.action}’을(를) 눌러 주십시오.`,
  },
  'logged-on': {
    purpose: '로그온이 끝나 절차가 완료된 화면입니다.',
    calls: ['이용자가 아직 로그온하지 못한다', '인터넷 뱅킹을 여는 방법을 모른다', '다음 갱신이 언제인지 묻는다'],
    say: () => ['절차는 끝났습니다. 잠긴 이용자가 있으면 이어서 비밀번호를 변경합니다.'],
    act: (t) => `거래는 ‘${t.screens.loggedOn.website}’에서, 이용자 변경은 ‘${t.users.menu.title}’에서 진행해 주십시오.`,
  },
  resume: {
    purpose: '도중에 종료된 뒤 이어서 할지 묻는 화면입니다.',
    calls: ['PC가 멈춰서 다시 시작했다', '입력한 내용이 남아 있는지 걱정된다'],
    say: () => ['여기까지의 기록은 남아 있습니다. 비밀번호는 저장하지 않으므로 그 화면으로 돌아가면 다시 입력하셔야 합니다.'],
    act: (t) => `‘${t.screens.resume.action}’을(를) 눌러 주십시오.`,
  },
  'journal-unavailable': {
    purpose: '절차 기록 파일을 지금 읽을 수 없음을 알리는 화면입니다.',
    calls: ['갑자기 이 화면이 나왔다', '기록 없이 시작해도 되는지 모른다'],
    say: (t) => [
      '진행하신 절차는 사라지지 않았습니다. 다른 소프트웨어가 기록 파일을 쓰고 있는 것 같습니다.',
      `‘${t.screens.journalUnavailable.begin}’은(는) 아직 누르지 마십시오.`,
    ],
    act: (t) => `1분쯤 기다린 뒤 ‘${t.screens.journalUnavailable.action}’을(를) 눌러 주십시오.`,
  },
  places: {
    purpose: '이 PC의 계약 목록입니다. 은행 파일도 여기서 엽니다.',
    calls: ['은행 파일을 찾지 못한다', '어느 계약을 열어야 할지 모른다', '은행을 열지 못했다고 나왔다'],
    say: (t) => [`목록에 사용할 계약이 있습니까? 없으면 ‘${t.places.open.label}’(으)로 은행 파일을 엽니다.`],
    act: () => '사용할 계약의 줄을 눌러 주십시오.',
  },
  'bank-file': {
    purpose: '은행 파일이 진짜인지 서면의 번호로 확인하는 화면입니다.',
    calls: ['서면을 찾지 못한다', '번호가 맞지 않는다고 나온다', '화면의 번호를 그대로 옮겨도 되는지 묻는다'],
    say: () => ['화면의 번호를 옮기지 말고 은행에서 받은 서면을 보고 입력해 주십시오. 번호는 전화로 알려 드릴 수 없습니다.'],
    act: (t) => `서면의 번호를 입력하고 ‘${t.places.file.take}’을(를) 눌러 주십시오. 맞지 않으면 ‘${t.places.file.dismiss}’입니다.`,
  },
  'users-menu': {
    purpose: '이용자 등록과 변경으로 가는 메뉴입니다.',
    calls: ['이용자의 잠금을 푸는 곳을 모른다'],
    say: () => ['이용자의 잠금은 의뢰서 없이, 관리자가 새 비밀번호를 정하면 풀립니다.'],
    act: (t) => `‘${t.users.registerOrChange.title}’을(를) 눌러 주십시오.`,
  },
  'users-register-or-change': {
    purpose: '이용자 변경과 신규 등록 중에서 선택하는 화면입니다.',
    calls: ['변경과 신규 등록 중 무엇인지 모른다'],
    say: (t) => [`이미 등록된 분의 비밀번호는 ‘${t.users.selection.title}’, 새로 등록할 분은 ‘${t.users.registerOrChange.register}’입니다.`],
    act: (t) => `‘${t.users.selection.title}’을(를) 눌러 주십시오.`,
  },
  'user-selection': {
    purpose: '이용자 목록에서 변경할 분을 고르는 화면입니다.',
    calls: ['찾는 이용자가 없다', '목록을 읽지 못한다', '아직 잠긴 사람이 있는지 묻는다'],
    say: (t) => [`잠긴 분에게는 ‘${t.users.selection.statuses.locked}’(이)라고 표시됩니다. 인원이 많으면 검색할 수 있습니다.`],
    act: (t) => `그분의 줄에 있는 ‘${t.users.selection.change}’을(를) 눌러 주십시오.`,
  },
  'user-change': {
    purpose: '이용자의 비밀번호, 또는 이름과 이용 상태를 변경하는 화면입니다.',
    calls: ['누구의 확인 비밀번호를 입력하는지 모른다', '원래 비밀번호를 알고 싶어 한다', '이용을 정지하고 싶다'],
    say: (t) => [
      '새 비밀번호를 덮어써서 입력합니다. 지금까지의 번호는 은행에서도 알 수 없습니다.',
      `마지막의 ‘${t.fields.confirmationPin.label}’은(는) 이용자가 아니라 관리자 본인의 것입니다.`,
    ],
    act: (t) => `‘${t.users.change.action}’을(를) 누르고, 새 번호는 본인에게 직접 알려 주십시오.`,
  },
  'user-register': {
    purpose: '새 이용자를 등록하는 화면입니다.',
    calls: ['이용자 ID 규칙을 모른다', '더 등록할 수 없다고 나온다'],
    say: () => ['이용자 ID는 나중에 바꿀 수 없으므로 규칙을 보면서 함께 확인하겠습니다.'],
    act: (t) => `관리자의 ‘${t.fields.confirmationPin.label}’을(를) 입력하고 ‘${t.users.register.action}’을(를) 눌러 주십시오.`,
  },
  waiting: {
    purpose: '시작하는 중이어서 아직 아무것도 표시하지 않은 화면입니다.',
    calls: ['계속 이 화면 그대로이다'],
    say: () => ['시작하는 중입니다. 1분이 지나도 바뀌지 않으면 닫았다가 다시 열어 주십시오.'],
    act: () => '절차 기록은 남아 있으므로 닫으셔도 됩니다.',
  },
  unavailable: {
    purpose: '화면을 만들 정보를 읽지 못해 아무것도 표시하지 못한 화면입니다.',
    calls: ['오류 화면이 나와 아무것도 할 수 없다'],
    say: () => ['Kaitsu를 닫고 다시 열어 주십시오. 그래도 같으면 PC를 다시 시작합니다. 절차 기록은 남아 있습니다.'],
    act: () => '닫았다가 다시 열어 주십시오.',
  },
};
