import type { Catalogue } from '../text/ja/catalogue.ts';
import { type ManualFacts, type ManualProse, type ProseOf, type SomeScreens, wayInOrder } from './prose.ts';

const chapters = (t: Catalogue, f: ManualFacts): ManualProse['chapters'] => ({
  overview: {
    title: '手続きの流れ',
    lead: '暗証番号がロックされてから、もう一度ログオンできるまでの流れです。ご用意いただくものがそろっていれば、開通確認からログオンまでは15分ほどです。',
  },
  release: {
    title: '1　依頼書の提出と、営業店からの連絡',
    lead: `暗証番号の間違いが${f.attempts}回になると暗証番号ロック状態となり、会社全体でサービスが使えなくなります。ロックを解除できるのは銀行だけです。まず、依頼書を営業店にご提出ください。`,
  },
  activation: {
    title: '2　管理者の開通確認',
    lead: '営業店からロック解除の連絡を受けましたら、管理者用パソコンで開通確認を行います。画面の順にお進みください。',
  },
  users: {
    title: '3　利用者の暗証番号が不明な場合',
    lead: '利用者の暗証番号が不明な場合や、利用者の暗証番号がロックされた場合は、ログオンした管理者が新しい暗証番号に変更します。依頼書は必要ありません。',
  },
  certificate: {
    title: '電子証明書を大切に使うために',
    lead: '電子証明書は、ご契約先のパソコンであることを銀行に示す、身分証明書のようなものです。',
  },
  trouble: {
    title: '困ったときは',
    lead: `画面の左下の「${t.shell.screenCode}」の、最後の3桁の番号で探してください。お電話のときは、画面コード全体をお伝えください。`,
  },
  glossary: { title: '用語', lead: '' },
  codes: { title: '画面の番号', lead: '画面コードのはじめの二つの数字は、どの画面かを表します。' },
  back: { title: 'お手続きの確認', lead: '終わったものに印を付けてください。暗証番号は書き込まないでください。' },
});

const way: ManualProse['way'] = [
  { what: '依頼書を作成し、届出印を押す', who: '管理者', where: '会社', time: '10分' },
  { what: '依頼書を提出する', who: '管理者', where: '営業店の窓口', time: '—' },
  { what: 'ロックを解除し、お電話で連絡する', who: '営業店', where: '—', time: '銀行の手続きによります' },
  { what: '契約者IDとご契約先登録用暗証番号を入力する', who: '管理者', where: '管理者用パソコン', time: '2分' },
  { what: '新しい暗証番号を決めて入力する', who: '管理者', where: '管理者用パソコン', time: '5分' },
  { what: 'ワンタイムパスワードを入力する', who: '管理者', where: '管理者用パソコン', time: '1分' },
  { what: '電子証明書を取得する（自動）', who: 'Kaitsu', where: '管理者用パソコン', time: '1〜2分' },
  { what: 'ログオンする', who: '管理者', where: '管理者用パソコン', time: '1分' },
  { what: '利用者の暗証番号を変更する（必要な場合）', who: '管理者', where: '管理者用パソコン', time: '1名につき2分' },
];

const readyNotes = (f: ManualFacts): ManualProse['readyNotes'] => [
  `暗証番号は、この冊子やお客様カードに書き込まないでください。${f.bank}の行員が暗証番号をおたずねすることはありません。`,
  `開通確認は、契約者IDを入力してから${f.minutes}分以内にワンタイムパスワードの入力まで終えてください。過ぎると、安全のため銀行が手続きを終了します。そのときは、契約者IDの入力からやり直せます。`,
];

const checklist: ManualProse['checklist'] = [
  '依頼書を作成し、届出印を押しました。',
  '依頼書を営業店に提出しました。',
  '営業店から、ロックを解除したと連絡を受けました。',
  '新しい暗証番号を設定しました。',
  '電子証明書を取得し、有効期限を控えました。',
  'ログオンできました。',
  'ロックされていた利用者の暗証番号を変更し、本人に伝えました。',
  'お客様カードと申込書の控えを、元の場所に戻しました。',
];

const releaseScreens = (t: Catalogue) =>
  ({
    places: {
      does: [
        `「${t.places.open.label}」を押し、銀行から受け取ったファイル（.kaitsu-bank）を選びます。登録した銀行は、この画面に並びます。`,
        `試してみるときは「${t.places.practise.label}」を押します。`,
      ],
      after: '選んだご契約の、最初の画面に進みます。ご契約ごとに、内容は別々に保管されます。',
    },
    bankFile: {
      does: [
        '銀行・接続先・署名者を確認し、銀行から届いた書面を用意します。',
        `「${t.places.file.entry}」に、書面の番号を入力します。画面の番号は書き写しません。`,
        `「${t.places.file.take}」を押します。`,
      ],
      after: '番号が同じなら、銀行が登録されます。違うときは登録されません。お客様カードの電話番号で、銀行に確認します。',
    },
    start: {
      does: [`あてはまるものを選びます。暗証番号がロックされたときは「${t.screens.start.choices.lockedOut.label}」を押します。`],
      after: '選んだお手続きの画面に進みます。電子証明書を取得した後は、この画面に有効期限が表示され、ここからログオンできます。',
    },
    newPc: {
      does: [
        'いつもと違うユーザー名でサインインしていないか、前のパソコンが使えないか、確認します。',
        '使えないときは、画面の案内のとおり、銀行に電子証明書の再発行を依頼します。',
        `営業店から連絡があったら、最初の画面に戻り、「${t.screens.start.choices.called.label}」を押します。`,
      ],
      after: '銀行の手続きが済むと、開通確認の後に、このパソコンで電子証明書を取得できます。',
    },
    locked: {
      does: [`「${t.releaseRequest.open}」を押すと、依頼書を画面で作成できます。`, `提出が済んだら「${t.screens.locked.action}」を押します。`],
      after: '営業店からの連絡を待つ画面に進みます。',
    },
    releaseRequest: {
      does: [
        '必要な項目を入力します。入力した内容は、見本にそのまま表示されます。',
        `「${t.releaseRequest.print}」または「${t.releaseRequest.savePdf}」を押します。`,
        '印刷した依頼書に届出印を押し、お取引店の窓口に提出します。',
      ],
      after: '入力した内容はパソコンに残り、次に開いたときも使えます。',
      note: t.releaseRequest.noPins,
    },
    awaitingRelease: {
      does: [
        'お待ちの間に必要なものを用意し、用意できたものに印を付けます。',
        '連絡の確認を忘れないよう、カレンダーに予定を登録することもできます。',
        `連絡があったら「${t.screens.awaitingRelease.action}」を押します。`,
      ],
      after: 'ログオンの画面に進みます。連絡の前に進んでも、銀行では受け付けられません。',
    },
  }) satisfies SomeScreens;

const activationScreens = (t: Catalogue, f: ManualFacts) =>
  ({
    preflight: {
      does: [
        '開通確認の前に、時計、ネットワーク、電子証明書の保存場所などを Kaitsu が自動で確認します。',
        `「${t.preflight.details}」を押すと、結果を一つずつ見られます。`,
      ],
      after: '解決したほうがよいことがあれば、その方法が表示されます。暗証番号の入力が無駄にならないようにするためのものです。',
    },
    logonMenu: { does: [`「${t.screens.logonMenu.choice}」をクリックします。`], after: '管理者のための画面に進みます。' },
    activationMenu: {
      does: [`「${t.screens.activationMenu.group}」の「${t.screens.activationMenu.action}」をクリックします。`],
      after: '契約者IDを入力する画面に進みます。',
      note: `電子証明書をすでに取得している方は、「${t.screens.activationMenu.logon}」からお進みください。`,
    },
    identification: {
      does: ['お客様カードと申込書の控えを見ながら、二つの欄に入力します。', `「${t.screens.identification.action}」をクリックします。`],
      after: f.certificateFirst
        ? '銀行で確認できると、はじめはワンタイムパスワードの画面に、電子証明書の取得の後は、新しい暗証番号を設定する画面に進みます。'
        : '銀行で確認できると、新しい暗証番号を設定する画面に進みます。',
      note: `間違いが${f.attempts}回になると、もう一度ロックされます。あと何回間違えるとロックされるかは、画面に表示されます。`,
    },
    newPins: {
      does: [
        '①から⑥の順に入力します。',
        '同じ暗証番号を、もう一度手で入力します（貼り付けはできません）。',
        `入力後、「${t.screens.newPins.action}」をクリックします。`,
      ],
      after: f.certificateFirst
        ? '銀行に登録されると開通確認が終わり、ログオンの画面に進みます。'
        : '銀行に登録されると、ワンタイムパスワードの画面に進みます。',
      note: `大文字と小文字は区別されます。ほかの人から見えない場所で入力してください。`,
    },
    oneTimePassword: {
      does: ['お客様カードの、画面の図で印が付いた場所の番号を入力します。', `「${t.screens.oneTimePassword.action}」をクリックします。`],
      after: f.certificateFirst ? '電子証明書を取得できるようになります。' : '開通確認が終わります。',
    },
    certificateRequired: {
      does: ['次の文言が表示されます。', `「${t.screens.certificateRequired.action}」を押します。`],
      after: `電子証明書の取得が始まります。${f.certificateFirst ? 'ワンタイムパスワードの入力' : '開通確認'}から${f.retrievalDays}日以内に取得してください。`,
    },
    retrieval: {
      does: ['そのままお待ちください。入力していただくことはありません。'],
      after: `7つの段階が終わると、次の画面に進みます。途中で止まっても、続きから取得できます。${f.certificateFirst ? '続けて開通確認を行うため、もう一度、契約者IDとご契約先登録用暗証番号を入力します。' : ''}`,
    },
    certificateReady: {
      does: ['新しく設定した「ご契約先暗証番号」を入力します。', `「${t.screens.certificateReady.action}」をクリックします。`],
      after: 'ログオンできれば、すべての手続きが完了です。',
    },
    loggedOn: {
      does: [
        `「${t.screens.loggedOn.calendar}」をクリックし、電子証明書の更新の時期をカレンダーに登録します。`,
        `「${t.record.saveRecord}」をクリックし、保存した控えを社内で保管します。暗証番号は含まれません。`,
        '利用者の暗証番号も変更するときは、この画面から第3章にお進みください。',
      ],
      after: 'Kaitsu を閉じても、電子証明書はこのパソコンに残ります。',
    },
  }) satisfies SomeScreens;

const certificateScreens = (t: Catalogue, f: ManualFacts) =>
  ({
    renewal: {
      does: [
        `期限の${f.renewalDays}日前になると、ログオンの画面とログオン後の画面に「${t.validity.renew}」が出ます。それを押してください。`,
        '取得のときと同じ段階が進みます。入力していただくことはありません。',
      ],
      after: '終わると、新しい電子証明書でのログオンに進みます。古い電子証明書は、新しいものと入れ替わります。',
      note: '途中で中止しても、今の電子証明書はそのまま使えます。',
    },
  }) satisfies SomeScreens;

const usersScreens = (t: Catalogue, f: ManualFacts) =>
  ({
    usersMenu: { does: [`「${t.users.registerOrChange.title}」をクリックします。`], after: '利用者の登録と変更の画面に進みます。' },
    usersRegisterOrChange: { does: [`「${t.users.selection.title}」をクリックします。`], after: '利用者の一覧が表示されます。' },
    userSelection: {
      does: [`変更する利用者の「${t.users.selection.change}」をクリックします。`, '人数が多いときは、利用者IDまたは利用者名で検索できます。'],
      after: `ロックされている利用者には「${t.users.selection.statuses.locked}」と表示されます。一覧の上に、ロックされていた方の利用者IDと、完了したかどうかが表示されます。`,
    },
    userChange: {
      does: [
        `「${t.fields.userLogonPin.label}」と「${t.fields.userConfirmationPin.label}」を上書きで入力します。`,
        `管理者の「${t.fields.confirmationPin.label}」を入力し、「${t.users.change.action}」をクリックします。`,
      ],
      after: '変更が登録されます。ロックされていた利用者のロックは解除され、次の利用者に進めます。',
      note: t.users.selection.tell,
    },
    userData: {
      does: [`「${t.users.change.toData}」を押すと、利用者名と利用の状態を変更できます。`],
      after: '停止した利用者は、再開するまでログオンできません。',
    },
    userRegister: {
      does: [`「${t.users.registerOrChange.register}」から、新しい利用者を登録します。`, '利用者IDは、後から変更できません。'],
      after: `利用者は${f.userLimit}名まで登録できます。`,
    },
  }) satisfies SomeScreens;

const care = (t: Catalogue, f: ManualFacts): ManualProse['care'] => [
  {
    title: '有効期限と更新',
    text: `電子証明書の有効期間は${f.validityDays}日です。有効期限の${f.renewalDays}日前から更新できます。${f.renewalClosesAt === null ? '' : `更新できる最後の日の受付は、${f.renewalClosesAt}（日本時間）までです。`}期限を控え、早めに銀行の案内に沿って更新してください。`,
  },
  {
    title: '期限が過ぎてしまったら',
    text: `${f.graceDays === 0 ? '期限を過ぎた電子証明書は、更新できません。' : `期限の後も${f.graceDays}日以内であれば、更新できます。`}${f.afterGrace === 'paperForm' ? '更新できないときは、再発行の用紙を営業店にご提出いただきます。' : '更新できないときは、先に銀行で失効の手続きが必要です。'}`,
  },
  {
    title: 'パソコンを替えるとき',
    text: '電子証明書は、取得したパソコンで、取得したときのユーザー名でサインインした場合だけ使えます。パソコンの交換や初期化の前に、銀行にご相談ください。',
  },
  { title: 'パソコンのパスワードを変えたとき', text: '電子証明書が一時的に使えなくなることがあります。パソコンを再起動して、もう一度ログオンしてください。' },
  {
    title: '古い電子証明書が残っているとき',
    text: `選び間違いのもとになります。「${t.problem.tidyUp}」で、最も新しいものだけを残せます。Kaitsu を閉じるまでは、元に戻すこともできます。`,
  },
  { title: '紛失や盗難', text: `パソコンやお客様カードをなくしたときは、すぐに${f.bank}（${f.phone}）にご連絡ください。` },
];

const words: ManualProse['words'] = {
  does: 'していただくこと',
  after: 'この後',
  fields: '入力するもの',
  message: '表示される文言',
  number: '番号',
  next: 'まず、していただくこと',
  call: 'お問い合わせ',
  screen: '画面',
  page: 'ページ',
  japanese: '銀行の言葉',
  translation: '意味',
  problems: '困ったときの番号',
  noCall: 'お電話は必要ありません。',
  callBank: '銀行にお電話ください（番号は裏表紙にあります）。',
  what: 'すること',
  who: '行う人',
  where: '場所',
  time: '時間の目安',
};

export const proseJa: ProseOf = (t, f) => ({
  title: '暗証番号ロック解除のご案内',
  subtitle: '依頼書の提出から、電子証明書でのログオンまで',
  forWhom: '法人インターネットバンキング　管理者の方へ',
  contents: '目次',
  version: (version) => `開通 Kaitsu　${version} 版`,
  chapters: chapters(t, f),
  way: wayInOrder(way, f),
  ready: 'お手元にご用意いただくもの',
  checklist,
  readyNotes: readyNotes(f),
  screens: { ...releaseScreens(t), ...activationScreens(t, f), ...certificateScreens(t, f), ...usersScreens(t, f) },
  care: care(t, f),
  words,
});
