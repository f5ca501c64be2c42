import type { Catalogue } from '../text/ja/catalogue.ts';
import { type ManualFacts, type ManualProse, type ProseOf, type SomeScreens, wayInOrder } from './prose.ts';

const chapters = (t: Catalogue, f: ManualFacts): ManualProse['chapters'] => ({
  overview: {
    title: '절차의 흐름',
    lead: '비밀번호가 잠긴 때부터 다시 로그온할 때까지의 흐름입니다. 준비물이 모두 있으면 개통 확인부터 로그온까지 15분 정도면 끝납니다.',
  },
  release: {
    title: '1  의뢰서 제출과 영업점의 연락',
    lead: `비밀번호를 ${f.attempts}번 잘못 입력하면 비밀번호가 잠겨 회사 전체가 서비스를 이용할 수 없게 됩니다. 잠금은 은행만 해제할 수 있습니다. 먼저 의뢰서(依頼書)를 영업점(営業店)에 제출해 주십시오.`,
  },
  activation: {
    title: '2  관리자의 개통 확인',
    lead: '영업점에서 잠금 해제(ロック解除) 연락을 받으시면 관리자용 PC(管理者用パソコン)에서 개통 확인(開通確認)을 합니다. 화면 순서대로 진행해 주십시오.',
  },
  users: {
    title: '3  이용자의 비밀번호를 모를 때',
    lead: '이용자(利用者)의 비밀번호를 알 수 없거나 비밀번호가 잠긴 경우, 로그온한 관리자가 새 비밀번호로 변경합니다. 의뢰서는 필요하지 않습니다.',
  },
  certificate: { title: '전자 인증서를 안전하게 사용하려면', lead: '전자 인증서(電子証明書)는 귀사의 PC임을 은행에 보여 주는 신분증과 같습니다.' },
  trouble: {
    title: '문제가 생겼을 때',
    lead: `화면 왼쪽 아래에 있는 ‘${t.shell.screenCode}’(画面コード)의 마지막 세 자리 번호로 찾아 주십시오. 전화하실 때는 화면 코드 전체를 말씀해 주십시오.`,
  },
  glossary: { title: '은행에서 쓰는 말', lead: '은행과 통화할 때 은행은 일본어로 말합니다. 각 용어의 뜻과 Kaitsu에서의 번역은 다음과 같습니다.' },
  codes: { title: '화면 번호', lead: '화면 코드의 처음 두 숫자는 어느 화면인지를 나타냅니다.' },
  back: { title: '절차 확인', lead: '끝난 것에 표시해 주십시오. 비밀번호는 적지 마십시오.' },
});

const way: ManualProse['way'] = [
  { what: '의뢰서(依頼書)를 작성하고 신고 인감을 찍습니다', who: '관리자', where: '회사', time: '10분' },
  { what: '의뢰서를 제출합니다', who: '관리자', where: '영업점(営業店) 창구', time: '—' },
  { what: '잠금을 해제하고 전화로 알려 드립니다', who: '영업점', where: '—', time: '은행 절차에 따름' },
  { what: '계약자 ID와 등록용 비밀번호를 입력합니다', who: '관리자', where: '관리자용 PC', time: '2분' },
  { what: '새 비밀번호를 정하여 입력합니다', who: '관리자', where: '관리자용 PC', time: '5분' },
  { what: '일회용 비밀번호를 입력합니다', who: '관리자', where: '관리자용 PC', time: '1분' },
  { what: '전자 인증서를 발급받습니다(자동)', who: 'Kaitsu', where: '관리자용 PC', time: '1~2분' },
  { what: '로그온합니다', who: '관리자', where: '관리자용 PC', time: '1분' },
  { what: '이용자의 비밀번호를 변경합니다(필요한 경우)', who: '관리자', where: '관리자용 PC', time: '1명당 2분' },
];

const readyNotes = (f: ManualFacts): ManualProse['readyNotes'] => [
  `비밀번호를 이 책자나 고객 카드에 적지 마십시오. ${f.bank} 직원이 비밀번호를 묻는 일은 없습니다.`,
  `개통 확인은 계약자 ID를 입력한 뒤 ${f.minutes}분 이내에 일회용 비밀번호 입력까지 마쳐 주십시오. 시간이 지나면 안전을 위해 은행이 절차를 종료합니다. 그때는 계약자 ID 입력부터 다시 시작하실 수 있습니다.`,
];

const checklist: ManualProse['checklist'] = [
  '의뢰서를 작성하고 신고 인감을 찍었습니다.',
  '의뢰서를 영업점에 제출했습니다.',
  '영업점에서 잠금을 해제했다는 연락을 받았습니다.',
  '새 비밀번호를 설정했습니다.',
  '전자 인증서를 발급받고 유효 기한을 적어 두었습니다.',
  '로그온했습니다.',
  '잠겨 있던 이용자의 비밀번호를 변경하고 본인에게 알렸습니다.',
  '고객 카드와 신청서 사본을 제자리에 두었습니다.',
];

const releaseScreens = (t: Catalogue) =>
  ({
    places: {
      does: [
        `‘${t.places.open.label}’ 버튼을 누르고 은행에서 받은 파일(.kaitsu-bank)을 선택합니다. 등록한 은행은 이 화면에 표시됩니다.`,
        `먼저 시험해 보려면 ‘${t.places.practise.label}’ 버튼을 누릅니다.`,
      ],
      after: '선택한 계약의 처음 화면으로 넘어갑니다. 계약마다 내용은 따로 보관됩니다.',
    },
    bankFile: {
      does: [
        '은행, 연결 대상, 서명자를 확인하고 은행에서 받은 서면을 준비합니다.',
        `‘${t.places.file.entry}’에 서면의 번호를 입력합니다. 화면의 번호를 옮겨 적지 않습니다.`,
        `‘${t.places.file.take}’ 버튼을 누릅니다.`,
      ],
      after: '번호가 같으면 은행이 등록됩니다. 다르면 등록되지 않습니다. 고객 카드의 전화번호로 은행에 확인합니다.',
    },
    start: {
      does: [`해당하는 것을 선택합니다. 비밀번호가 잠겼으면 ‘${t.screens.start.choices.lockedOut.label}’ 버튼을 누릅니다.`],
      after: '선택한 절차의 화면으로 넘어갑니다. 전자 인증서를 발급받은 뒤에는 이 화면에 유효기한이 표시되며, 여기에서 로그온할 수 있습니다.',
    },
    newPc: {
      does: [
        '평소와 다른 사용자 이름으로 로그인하지 않았는지, 이전 PC를 아직 쓸 수 있는지 확인합니다.',
        '둘 다 아니면 화면의 안내대로 은행에 전자 인증서의 재발급(再発行)을 의뢰합니다.',
        `영업점에서 연락이 오면 처음 화면으로 돌아가 ‘${t.screens.start.choices.called.label}’ 버튼을 누릅니다.`,
      ],
      after: '은행의 절차가 끝나면 개통 확인 후에 이 PC에서 전자 인증서를 발급받을 수 있습니다.',
    },
    locked: {
      does: [`‘${t.releaseRequest.open}’ 버튼을 누르면 화면에서 의뢰서를 작성할 수 있습니다.`, `제출한 뒤 ‘${t.screens.locked.action}’ 버튼을 누릅니다.`],
      after: '영업점의 연락을 기다리는 화면으로 넘어갑니다.',
    },
    releaseRequest: {
      does: [
        '필요한 항목을 입력합니다. 입력한 내용은 미리보기에 바로 나타납니다.',
        `‘${t.releaseRequest.print}’ 또는 ‘${t.releaseRequest.savePdf}’ 버튼을 누릅니다.`,
        '인쇄한 의뢰서에 신고 인감(届出印)을 찍어 거래 영업점(お取引店)에 제출합니다.',
      ],
      after: '입력한 내용은 PC에 남아 다음에도 사용할 수 있습니다.',
      note: t.releaseRequest.noPins,
    },
    awaitingRelease: {
      does: [
        '기다리는 동안 필요한 것을 준비하고 표시합니다.',
        '연락 확인을 잊지 않도록 캘린더에 일정을 넣을 수도 있습니다.',
        `연락을 받으면 ‘${t.screens.awaitingRelease.action}’ 버튼을 누릅니다.`,
      ],
      after: '로그온 화면으로 넘어갑니다. 연락을 받기 전에 진행하셔도 은행에서 접수되지 않습니다.',
    },
  }) satisfies SomeScreens;

const activationScreens = (t: Catalogue, f: ManualFacts) =>
  ({
    preflight: {
      does: [
        '개통 확인 전에 시계, 네트워크, 전자 인증서 저장소 등을 자동으로 확인합니다.',
        `‘${t.preflight.details}’ 버튼을 누르면 결과를 하나씩 볼 수 있습니다.`,
      ],
      after: '해결해야 할 것이 있으면 방법을 알려 드립니다. 비밀번호를 헛되이 입력하지 않기 위한 것입니다.',
    },
    logonMenu: { does: [`‘${t.screens.logonMenu.choice}’ 버튼을 클릭합니다.`], after: '관리자용 화면으로 넘어갑니다.' },
    activationMenu: {
      does: [`‘${t.screens.activationMenu.group}’의 ‘${t.screens.activationMenu.action}’ 버튼을 클릭합니다.`],
      after: '계약자 ID를 입력하는 화면으로 넘어갑니다.',
      note: `전자 인증서를 이미 발급받으셨다면 ‘${t.screens.activationMenu.logon}’ 버튼을 선택해 주십시오.`,
    },
    identification: {
      does: ['고객 카드와 신청서 사본을 보면서 두 칸을 입력합니다.', `‘${t.screens.identification.action}’ 버튼을 클릭합니다.`],
      after: f.certificateFirst
        ? '은행에서 확인되면 처음에는 일회용 비밀번호 화면으로, 전자 인증서를 발급받은 뒤에는 새 비밀번호를 설정하는 화면으로 넘어갑니다.'
        : '은행에서 확인되면 새 비밀번호를 설정하는 화면으로 넘어갑니다.',
      note: `${f.attempts}번 잘못 입력하면 다시 잠깁니다. 몇 번 더 잘못 입력하면 잠기는지는 화면에 표시됩니다.`,
    },
    newPins: {
      does: [
        '①부터 ⑥까지 순서대로 입력합니다.',
        '같은 비밀번호를 한 번 더 직접 입력합니다(붙여 넣을 수 없습니다).',
        `입력한 뒤 ‘${t.screens.newPins.action}’ 버튼을 클릭합니다.`,
      ],
      after: f.certificateFirst ? '은행에 등록되면 개통 확인이 끝나고 로그온 화면으로 넘어갑니다.' : '은행에 등록되면 일회용 비밀번호 화면으로 넘어갑니다.',
      note: `대문자와 소문자를 구별합니다. 다른 사람이 볼 수 없는 곳에서 입력해 주십시오.`,
    },
    oneTimePassword: {
      does: ['고객 카드에서 화면 그림에 표시된 위치의 번호를 입력합니다.', `‘${t.screens.oneTimePassword.action}’ 버튼을 클릭합니다.`],
      after: f.certificateFirst ? '전자 인증서를 발급받을 수 있게 됩니다.' : '개통 확인이 끝납니다.',
    },
    certificateRequired: {
      does: ['다음 문구가 표시됩니다.', `‘${t.screens.certificateRequired.action}’ 버튼을 누릅니다.`],
      after: `전자 인증서 발급이 시작됩니다. ${f.certificateFirst ? '일회용 비밀번호를 입력한' : '개통 확인'} 후 ${f.retrievalDays}일 이내에 발급받아 주십시오.`,
    },
    retrieval: {
      does: ['그대로 기다려 주십시오. 입력하실 것은 없습니다.'],
      after: `일곱 단계가 끝나면 다음 화면으로 넘어갑니다. 도중에 멈춰도 이어서 할 수 있습니다.${f.certificateFirst ? ' 이어서 개통 확인을 위해 계약자 ID와 등록용 비밀번호를 한 번 더 입력합니다.' : ''}`,
    },
    certificateReady: {
      does: ['새로 설정한 로그온 비밀번호(ご契約先暗証番号)를 입력합니다.', `‘${t.screens.certificateReady.action}’ 버튼을 클릭합니다.`],
      after: '로그온되면 모든 절차가 끝납니다.',
    },
    loggedOn: {
      does: [
        `‘${t.screens.loggedOn.calendar}’ 버튼을 클릭하여 갱신 시기를 캘린더에 등록합니다.`,
        `‘${t.record.saveRecord}’ 버튼을 클릭하고, 저장한 기록을 사내에 보관합니다. 비밀번호는 들어 있지 않습니다.`,
        '이용자의 비밀번호도 변경하려면 이 화면에서 제3장으로 진행해 주십시오.',
      ],
      after: 'Kaitsu를 닫아도 전자 인증서는 이 PC에 남습니다.',
    },
  }) satisfies SomeScreens;

const certificateScreens = (t: Catalogue, f: ManualFacts) =>
  ({
    renewal: {
      does: [
        `기한 ${f.renewalDays}일 전부터 로그온 화면과 로그온한 뒤의 화면에 ‘${t.validity.renew}’가 표시됩니다. 그것을 누릅니다.`,
        '처음 발급받을 때와 같은 단계가 진행됩니다. 입력하실 것은 없습니다.',
      ],
      after: '끝나면 새 전자 인증서로 로그온하는 화면으로 넘어갑니다. 이전 전자 인증서는 새것으로 바뀝니다.',
      note: '도중에 중지해도 지금의 전자 인증서를 그대로 쓸 수 있습니다.',
    },
  }) satisfies SomeScreens;

const usersScreens = (t: Catalogue, f: ManualFacts) =>
  ({
    usersMenu: { does: [`‘${t.users.registerOrChange.title}’ 버튼을 클릭합니다.`], after: '이용자 등록과 변경 화면으로 넘어갑니다.' },
    usersRegisterOrChange: { does: [`‘${t.users.selection.title}’ 버튼을 클릭합니다.`], after: '이용자 목록이 표시됩니다.' },
    userSelection: {
      does: [`변경할 이용자의 ‘${t.users.selection.change}’ 버튼을 클릭합니다.`, '인원이 많을 때는 이용자 ID나 이름으로 찾을 수 있습니다.'],
      after: `잠긴 이용자는 상태가 ‘${t.users.selection.statuses.locked}’ 표시로 나타납니다. 목록 위에는 잠겨 있던 이용자의 ID와 완료 여부가 표시됩니다.`,
    },
    userChange: {
      does: [
        `‘${t.fields.userLogonPin.label}’ 항목과 ‘${t.fields.userConfirmationPin.label}’ 항목에 새 비밀번호를 입력하여 덮어씁니다.`,
        `관리자의 ‘${t.fields.confirmationPin.label}’ 항목을 입력하고 ‘${t.users.change.action}’ 버튼을 클릭합니다.`,
      ],
      after: '변경이 등록됩니다. 잠겨 있던 이용자의 잠금은 해제되고, 다음 이용자로 넘어갈 수 있습니다.',
      note: t.users.selection.tell,
    },
    userData: {
      does: [`‘${t.users.change.toData}’ 버튼을 누르면 이름과 이용 상태를 변경할 수 있습니다.`],
      after: '정지된 이용자는 이용을 재개할 때까지 로그온할 수 없습니다.',
    },
    userRegister: {
      does: [`‘${t.users.registerOrChange.register}’ 버튼을 클릭하여 새 이용자를 등록합니다.`, '이용자 ID는 나중에 변경할 수 없습니다.'],
      after: `이용자는 ${f.userLimit}명까지 등록할 수 있습니다.`,
    },
  }) satisfies SomeScreens;

const care = (t: Catalogue, f: ManualFacts): ManualProse['care'] => [
  {
    title: '유효기한과 갱신',
    text: `전자 인증서의 유효기간은 ${f.validityDays}일입니다. 유효기한 ${f.renewalDays}일 전부터 갱신(更新)할 수 있습니다.${f.renewalClosesAt === null ? '' : ` 갱신할 수 있는 마지막 날에는 ${f.renewalClosesAt}(일본 시간)까지 접수합니다.`} 기한을 적어 두고 은행의 안내에 따라 미리 갱신해 주십시오.`,
  },
  {
    title: '기한이 지났을 때',
    text: `${f.graceDays === 0 ? '기한이 지난 전자 인증서는 갱신할 수 없습니다.' : `기한이 지난 뒤에도 ${f.graceDays}일 이내라면 갱신할 수 있습니다.`} ${f.afterGrace === 'paperForm' ? '갱신할 수 없게 되면 재발급(再発行) 용지를 영업점에 제출하셔야 합니다.' : '갱신할 수 없게 되면 먼저 은행에서 폐지(失効) 절차를 진행해야 합니다.'}`,
  },
  {
    title: 'PC를 바꿀 때',
    text: '전자 인증서는 발급받은 PC에 발급받을 때의 사용자 이름으로 로그인한 경우에만 쓸 수 있습니다. PC를 교체하거나 초기화하기 전에 은행과 상담해 주십시오.',
  },
  { title: 'PC 비밀번호를 바꾼 뒤', text: '전자 인증서를 일시적으로 쓸 수 없을 때가 있습니다. PC를 다시 시작한 뒤 다시 로그온해 주십시오.' },
  {
    title: '오래된 전자 인증서가 남아 있을 때',
    text: `잘못 선택하기 쉽습니다. ‘${t.problem.tidyUp}’ 버튼을 누르면 가장 새로운 것만 남습니다. Kaitsu를 닫기 전까지는 되돌릴 수도 있습니다.`,
  },
  { title: '분실과 도난', text: `PC나 고객 카드를 잃어버렸을 때는 즉시 ${f.bank}(${f.phone})에 연락해 주십시오.` },
];

const words: ManualProse['words'] = {
  does: '하실 일',
  after: '그다음',
  fields: '입력할 것',
  message: '표시되는 문구',
  number: '번호',
  next: '먼저 하실 일',
  call: '문의처',
  screen: '화면',
  page: '쪽',
  japanese: '은행에서 쓰는 말',
  translation: '뜻',
  problems: '문제 번호',
  noCall: '전화하실 필요는 없습니다.',
  callBank: '은행에 전화해 주십시오. 전화번호는 뒤표지에 있습니다.',
  what: '할 일',
  who: '담당',
  where: '장소',
  time: '예상 시간',
};

export const proseKo: ProseOf = (t, f) => ({
  title: '비밀번호가 잠겼을 때 (暗証番号ロック)',
  subtitle: '의뢰서 제출부터 전자 인증서 로그온까지',
  forWhom: '법인 인터넷 뱅킹(法人インターネットバンキング) 관리자용',
  contents: '차례',
  version: (version) => `Kaitsu(開通) ${version} 버전`,
  chapters: chapters(t, f),
  way: wayInOrder(way, f),
  ready: '준비하실 것',
  checklist,
  readyNotes: readyNotes(f),
  screens: { ...releaseScreens(t), ...activationScreens(t, f), ...certificateScreens(t, f), ...usersScreens(t, f) },
  care: care(t, f),
  words,
});
