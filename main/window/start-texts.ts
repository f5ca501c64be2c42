import { languageOf } from '../settings/preferences.ts';

type Text = { readonly title: string; readonly body: string };
type StartTexts = {
  readonly cannotStart: Text;
  readonly refusedSwitches: Text;
  readonly supportForbidden: Text;
  /** The support mode's window, until its page is there. */
  readonly supportTitle: string;
  /** A command (an unattended renewal) is at work on the program's folder. */
  readonly commandAtWork: Text & { readonly again: string; readonly end: string };
  readonly pageNotShown: Text & { readonly again: string; readonly end: string };
  readonly entryUnderWay: Text & { readonly close: string; readonly stay: string };
  /** In the support mode, of notes that are in no report. */
  readonly notesUnderWay: Text & { readonly close: string; readonly stay: string };
  readonly logOffNotTold: Text & { readonly close: string };
  /** A start at a scenario of the practice. */
  readonly scenario: Readonly<Record<'wrong' | 'forbidden' | 'notReached', Text>>;
  /** A bank file that was opened from outside while a contract is open. */
  readonly bankFile: Readonly<Record<'stranger' | 'later' | 'same' | 'prescribed' | 'refused', string>> & { readonly close: string };
  /** title: with whole days left; over: after the end. */
  readonly certificateEnds: { readonly title: (days: number) => string; readonly over: string; readonly body: string };
};

/** What is said while there is no page; the text catalogues live in the page. */
const texts = {
  ja: {
    cannotStart: {
      title: 'Kaitsu を起動できませんでした',
      body: 'パソコンを再起動して、もう一度お試しください。それでも起動できないときは、社内のシステム担当の方に、次の番号をお伝えください。',
    },
    refusedSwitches: {
      title: 'Kaitsu を起動しませんでした',
      body: '画面の内容や暗証番号を外部から読み取れる設定が付いているため、起動を中止しました。スタートメニューやデスクトップのアイコンから、もう一度起動してください。お心当たりがないときは、社内のシステム担当の方に、次の設定が付いていたことをお伝えください。',
    },
    supportForbidden: {
      title: 'サポートモードは使えません',
      body: 'このパソコンでは、サポートモードが貴社のポリシーで禁止されています。お使いになるときは、社内のシステム担当の方にご相談ください（ポリシーの項目: supportModeAllowed）。',
    },
    supportTitle: 'Kaitsu サポートモード（再現）',
    commandAtWork: {
      title: '電子証明書の手続きが、別に進んでいます',
      body: '自動更新などの処理が終わるまで、画面を開けません。ふつうは1分以内に終わります。少し待ってから「もう一度」を押してください。',
      again: 'もう一度',
      end: '終了する',
    },
    pageNotShown: {
      title: '画面を表示できませんでした',
      body: '「もう一度表示する」を押してください。それでも表示できないときは、いったん終了し、パソコンを再起動してからお試しください。お手続きの内容は失われません。社内のシステム担当の方へお問い合わせの際は、次の番号をお伝えください。',
      again: 'もう一度表示する',
      end: '終了する',
    },
    entryUnderWay: {
      title: '入力中の内容があります',
      body: '閉じると、入力中の内容は失われ、銀行には送られません。ログオンや開通確認の途中のときは、ログオフします。',
      close: '入力をやめて閉じる',
      stay: '入力に戻る',
    },
    notesUnderWay: {
      title: 'まだ報告書にしていないメモがあります',
      body: 'メモはこの画面にだけあります。閉じると失われます。残すには、画面に戻り、報告書（PDF）を保存してください。',
      close: 'メモを捨てて閉じる',
      stay: '画面に戻る',
    },
    logOffNotTold: {
      title: 'ログオフしましたが、銀行に伝えられませんでした',
      body: 'このパソコンには、ログオンの情報は残っていません。銀行側では、しばらくすると自動的に終了します。',
      close: '閉じる',
    },
    scenario: {
      wrong: { title: 'この場面では練習できません', body: '場面のファイルに誤りがあります。次の行を直して、もう一度開いてください。' },
      forbidden: { title: '練習は使えません', body: 'このパソコンでは、貴社のポリシーにより練習が禁止されています。社内のシステム担当の方にご相談ください。' },
      notReached: {
        title: 'この場面まで進めませんでした',
        body: '場面のファイルの内容どおりに練習用の銀行を準備できませんでした。done、contract、certificate の組み合わせを見直してください。くわしくは、次の番号で記録をご覧ください。',
      },
    },
    bankFile: {
      stranger: '新しい銀行のファイルです。最初の画面の「ご契約の一覧へ」を押し、そこで開いてください。書面の確認番号が必要です。',
      later: '銀行ファイルの新しい版を受け取りました。手続きが終わった後、次に Kaitsu を起動したときから使われます。',
      same: 'この銀行ファイルは、すでに登録されています。',
      prescribed: 'このパソコンの銀行は貴社のポリシーで指定されているため、銀行ファイルは受け取りません。社内のシステム担当の方にご相談ください。',
      refused: 'この銀行ファイルは使えません。最初の画面の「ご契約の一覧へ」を押し、そこで開くと、理由を表示します。',
      close: '閉じる',
    },
    certificateEnds: {
      title: (days) => (days === 0 ? '電子証明書の有効期限は、今日までです' : `電子証明書の有効期限まで、あと${days}日です`),
      over: '電子証明書の有効期限が過ぎています',
      body: 'Kaitsu を開くと、更新の手続きと、更新できる日を確認できます。',
    },
  },
  ko: {
    cannotStart: {
      title: 'Kaitsu를 시작할 수 없습니다',
      body: 'PC를 다시 시작한 뒤 다시 시도해 주십시오. 그래도 시작되지 않으면 사내 시스템 담당자에게 아래 번호를 알려 주십시오.',
    },
    refusedSwitches: {
      title: 'Kaitsu를 시작하지 않았습니다',
      body: '화면 내용이나 비밀번호를 외부에서 읽을 수 있는 옵션이 지정되어 있어 시작을 중지했습니다. 시작 메뉴나 바탕 화면의 아이콘으로 다시 시작해 주십시오. 짐작 가는 바가 없으면 사내 시스템 담당자에게 아래 옵션이 지정되어 있었다고 알려 주십시오.',
    },
    supportForbidden: {
      title: '지원 모드를 사용할 수 없습니다',
      body: '이 PC에서는 지원 모드가 회사 정책으로 금지되어 있습니다. 사용하려면 사내 시스템 담당자에게 문의해 주십시오(정책 항목: supportModeAllowed).',
    },
    supportTitle: 'Kaitsu 지원 모드(재현)',
    commandAtWork: {
      title: '전자 인증서 처리가 따로 진행 중입니다',
      body: '자동 갱신 등의 처리가 끝날 때까지 화면을 열 수 없습니다. 보통 1분 이내에 끝납니다. 잠시 후 ‘다시 시도’를 눌러 주십시오.',
      again: '다시 시도',
      end: '종료',
    },
    pageNotShown: {
      title: '화면을 표시하지 못했습니다',
      body: '‘다시 표시’를 눌러 주십시오. 그래도 표시되지 않으면 일단 종료하고 PC를 다시 시작한 뒤 시도해 주십시오. 진행 중인 절차의 내용은 사라지지 않습니다. 사내 시스템 담당자에게 문의할 때는 아래 번호를 알려 주십시오.',
      again: '다시 표시',
      end: '종료',
    },
    entryUnderWay: {
      title: '입력 중인 내용이 있습니다',
      body: '닫으면 입력 중인 내용은 사라지며 은행으로 전송되지 않습니다. 로그온 중이거나 개통 확인 도중이면 로그오프합니다.',
      close: '입력을 그만두고 닫기',
      stay: '입력으로 돌아가기',
    },
    notesUnderWay: {
      title: '아직 보고서에 담지 않은 메모가 있습니다',
      body: '메모는 이 화면에만 있으며, 닫으면 사라집니다. 남기려면 화면으로 돌아가 보고서(PDF)를 저장하십시오.',
      close: '메모를 버리고 닫기',
      stay: '화면으로 돌아가기',
    },
    logOffNotTold: {
      title: '로그오프했지만 은행에 알리지 못했습니다',
      body: '이 PC에는 로그온 정보가 남아 있지 않습니다. 은행 쪽에서는 잠시 후 자동으로 종료됩니다.',
      close: '닫기',
    },
    scenario: {
      wrong: { title: '이 장면으로는 연습할 수 없습니다', body: '장면 파일에 오류가 있습니다. 아래 줄을 고친 뒤 다시 열어 주십시오.' },
      forbidden: { title: '연습을 사용할 수 없습니다', body: '이 PC에서는 회사 정책에 따라 연습이 금지되어 있습니다. 사내 시스템 담당자에게 문의해 주십시오.' },
      notReached: {
        title: '이 장면까지 진행하지 못했습니다',
        body: '장면 파일의 내용대로 연습용 은행을 준비하지 못했습니다. done, contract, certificate의 조합을 확인해 주십시오. 자세한 내용은 아래 번호로 기록에서 확인할 수 있습니다.',
      },
    },
    bankFile: {
      stranger: '새로운 은행의 파일입니다. 처음 화면의 ‘계약 목록으로’를 누르고 거기에서 여십시오. 서면의 확인 번호가 필요합니다.',
      later: '은행 파일의 새 버전을 받았습니다. 절차가 끝난 뒤 다음에 Kaitsu를 시작할 때부터 적용됩니다.',
      same: '이미 등록된 은행 파일입니다.',
      prescribed: '이 PC의 은행은 회사 정책으로 지정되어 있어 은행 파일을 받지 않습니다. 사내 시스템 담당자에게 문의해 주십시오.',
      refused: '이 은행 파일은 사용할 수 없습니다. 처음 화면의 ‘계약 목록으로’를 누르고 거기에서 열면 이유를 표시합니다.',
      close: '닫기',
    },
    certificateEnds: {
      title: (days) => (days === 0 ? '전자 인증서의 유효 기한은 오늘까지입니다' : `전자 인증서의 유효 기한까지 ${days}일 남았습니다`),
      over: '전자 인증서의 유효 기한이 지났습니다',
      body: 'Kaitsu를 열면 갱신 절차와 갱신할 수 있는 날을 확인할 수 있습니다.',
    },
  },
  en: {
    cannotStart: {
      title: 'Kaitsu could not start',
      body: 'Please restart the PC and try again. If it still does not start, please give your IT staff the number below.',
    },
    refusedSwitches: {
      title: 'Kaitsu did not start',
      body: 'It was started with an option that lets other programs read the screen and the PINs, so it stopped. Please start it again from the start menu or its icon. If you do not know where the option comes from, please tell your IT staff that the following was set.',
    },
    supportForbidden: {
      title: 'The support mode cannot be used',
      body: 'Your company’s policy forbids the support mode on this PC. If you need it, please ask your IT staff (policy key: supportModeAllowed).',
    },
    supportTitle: 'Kaitsu support mode (reproduction)',
    commandAtWork: {
      title: 'Work on the certificate is under way',
      body: 'The window cannot be opened until it is over, for example an unattended renewal. That usually takes less than a minute. Wait a little, then press “Try again”.',
      again: 'Try again',
      end: 'Quit',
    },
    pageNotShown: {
      title: 'The window could not be shown',
      body: 'Please press “Show it again”. If that does not help, quit, restart the PC and try again. Nothing of your procedure is lost. If you ask your IT staff, please give them the number below.',
      again: 'Show it again',
      end: 'Quit',
    },
    entryUnderWay: {
      title: 'Something is being entered',
      body: 'If you close now, what you have entered is lost; it is not sent to the bank. If you are logged on or in the activation, you are logged off.',
      close: 'Discard and close',
      stay: 'Back to the entry',
    },
    notesUnderWay: {
      title: 'There are notes that are in no report yet',
      body: 'Notes are kept in this window alone and are lost when it is closed. To keep them, go back and save the report (PDF).',
      close: 'Discard the notes and close',
      stay: 'Back to the window',
    },
    logOffNotTold: {
      title: 'You are logged off, but the bank could not be told',
      body: 'Nothing of the session is left on this PC. At the bank it ends by itself after a while.',
      close: 'Close',
    },
    scenario: {
      wrong: { title: 'This scenario cannot be practised', body: "There is a mistake in the scenario's file. Put these lines right, then open it again." },
      forbidden: { title: 'Practice is not available', body: "Your company's policy forbids the practice on this PC. Please ask your IT staff." },
      notReached: {
        title: 'The scenario could not be reached',
        body: "The practice bank could not be brought to what the scenario's file says. Look again at done, contract and certificate together. The log says more under this number.",
      },
    },
    bankFile: {
      stranger: 'This is a new bank’s file. At the start, press “All contracts” and open it there; you need the fingerprint from the bank’s paper.',
      later: 'A newer version of the bank file was received. It takes effect at the next start after the procedure.',
      same: 'This bank file was added before.',
      prescribed: 'The bank of this PC is prescribed by your company’s policy, so no bank file is taken. Please ask your IT staff.',
      refused: 'This bank file cannot be used. At the start, press “All contracts” and open it there to see why.',
      close: 'Close',
    },
    certificateEnds: {
      title: (days) => (days === 0 ? 'The certificate ends today' : days === 1 ? 'The certificate ends in 1 day' : `The certificate ends in ${days} days`),
      over: 'The certificate has expired',
      body: 'Open Kaitsu to renew it, or to see from when it can be renewed.',
    },
  },
} as const satisfies Record<ReturnType<typeof languageOf>, StartTexts>;

/** @param locale BCP 47, e.g. the operating system's */
export function startTexts(locale: string): StartTexts {
  return texts[languageOf(locale)];
}
