import type { Advice, EnrolmentCode, ProblemText } from '../advice.ts';
import { tellCode, tellStaff } from './common-steps.ts';

/** What an authority and Kaitsu have to say to each other before there is a certificate. */
export const jaEnrolmentProblems: Readonly<Record<EnrolmentCode, ProblemText>> = {
  'enrolment-pending': {
    title: '発行の申請は受け付けられました。銀行で承認を待っています。',
    why: '銀行が発行を承認するまで、時間がかかります。次は銀行の番です。',
    next: '下の時刻になりましたら、Kaitsu を開いて、この画面からもう一度お進みください。それまで、Kaitsu は閉じてもかまいません。',
  },
  'enrolment-due': {
    title: '電子証明書を受け取りに行く時刻になりました。',
    why: '銀行が「また来てください」と伝えた時刻になりました。',
    next: 'この画面から、もう一度お進みください。',
  },
  'enrolment-answer-lost': {
    title: '申請は送りましたが、銀行の応答が届きませんでした。',
    why: '銀行は、電子証明書をもう発行した可能性があります。二重の発行を避けるため、Kaitsu は自動では送り直していません。',
    next: 'インターネットの接続をご確認のうえ、もう一度お試しください。同じ申請を、もう一度だけ送ります。',
  },
  'certificate-attributes-demanded': {
    title: '銀行が申請に求める項目を、Kaitsu は満たせません。',
    why: '銀行のサーバーが求める鍵の種類や項目に、この版の Kaitsu は対応していません。次は銀行の番です。',
    next: '銀行にお電話のうえ、画面コードと下の「調べた結果」をお伝えください。',
  },
  'certificate-not-asked': {
    title: '銀行のサーバーが、電子証明書を受け取りませんでした。',
    why: 'サーバーは、理由を示さずに断りました。接続した後で電子証明書を求める設定になっていると、Kaitsu からは送れません。次は銀行の番です。',
    next: '銀行にお電話のうえ、画面コードをお伝えください。',
  },
};

export const jaEnrolmentAdvice: Readonly<Record<EnrolmentCode, Advice>> = {
  'enrolment-pending': {
    causes: ['銀行が、発行の前に申請の内容を確かめている'],
    steps: ['時刻になると、開いている Kaitsu がお知らせします。', 'このパソコンの鍵は、保管してあります。申請をし直す必要はありません。'],
  },
  'enrolment-due': {
    causes: ['銀行が承認に必要とした時間が過ぎた'],
    steps: ['まだ承認されていないときは、次の時刻が表示されます。'],
  },
  'enrolment-answer-lost': {
    causes: ['応答の途中で、通信が切れた', '銀行のシステムが混み合っている'],
    steps: ['もう一度お試しになっても受け取れないときは、銀行にお電話のうえ、「発行された電子証明書を受け取れていない」とお伝えください。', tellCode],
  },
  'certificate-attributes-demanded': {
    causes: ['銀行のサーバーの設定が、この銀行の設定ファイルと合っていない', 'Kaitsu のバージョンが古い'],
    steps: ['Kaitsu を最新のバージョンにしてから、もう一度お試しください。'],
  },
  'certificate-not-asked': {
    causes: ['銀行のサーバーが、接続の始まりではなく、途中で電子証明書を求めている', '社内の機器が、銀行の代わりに断っている'],
    steps: ['銀行の担当の方に、「TLS の接続の始まりで、クライアント証明書を求める設定が必要です」とお伝えください。', tellStaff],
  },
};
