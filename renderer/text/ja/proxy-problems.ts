import type { Advice, ProblemText, ProxyCode } from '../advice.ts';
import { tellStaff } from './common-steps.ts';

/** What stands between a company's network and the bank. The line below each of them names proxy and server for IT. */
export const jaProxyProblems: Readonly<Record<ProxyCode, ProblemText>> = {
  'proxy-unreachable': {
    title: '会社のプロキシ（中継サーバー）につながりません。',
    why: 'このパソコンは、プロキシを通してインターネットにつなぐ設定になっていますが、プロキシから応答がありません。',
    next: '社内のネットワークにつながっているかをご確認のうえ、もう一度お試しください。',
  },
  'proxy-refused': {
    title: '会社のプロキシ（中継サーバー）が、銀行への通信を止めています。',
    why: '銀行には、まだ何も送っていません。',
    next: 'システム担当の方に、この画面をお見せのうえ、「下に書かれた接続先への通信（HTTPS）を許可してほしい」とお伝えください。',
  },
  'proxy-credentials-wanted': {
    title: '会社のプロキシ（中継サーバー）が、ユーザー名とパスワードを求めています。',
    why: '銀行には、まだ何も送っていません。銀行の暗証番号とは別のものです。',
    next: '「プロキシの認証」を押し、会社から知らされているユーザー名とパスワードを入力してから、もう一度お試しください。',
  },
  'proxy-credentials-refused': {
    title: '会社のプロキシ（中継サーバー）に、ユーザー名とパスワードが受け付けられませんでした。',
    why: 'プロキシのユーザー名かパスワードが違います。銀行の暗証番号とは別のものです。',
    next: '「プロキシの認証」を押し、入力し直してください。分からないときは、システム担当の方にお問い合わせください。',
  },
  'proxy-sign-in-unsupported': {
    title: '会社のプロキシ（中継サーバー）の認証方式に、Kaitsu は対応していません。',
    why: 'このプロキシは、Kaitsu が使えない方式（Negotiate、NTLM など）の認証を求めています。',
    next: 'システム担当の方に、この画面をお見せのうえ、「下に書かれた接続先への通信（HTTPS）を、プロキシの認証なしで許可してほしい」とお伝えください。',
  },
  'connection-inspected': {
    title: '銀行との通信に、ほかの機器が割り込んでいます。',
    why: '接続先の証明書は、銀行ではなく、下に書かれた発行者のものです。入力された内容は送っていません。',
    next: 'このまま入力を続けず、システム担当の方に「下に書かれた接続先を、通信の検査（TLSの復号）の対象から外してほしい」とお伝えください。',
  },
};

export const jaProxyAdvice: Readonly<Record<ProxyCode, Advice>> = {
  'proxy-unreachable': {
    causes: ['社外（自宅など）で、社内のプロキシの設定のままになっている', 'VPNが切れている', 'プロキシが止まっている'],
    steps: ['VPNをお使いのときは、つなぎ直してください。', tellStaff],
  },
  'proxy-refused': {
    causes: ['会社の設定で、許可されていない接続先になっている', 'プロキシが、銀行の使うポートを許可していない'],
    steps: [],
  },
  'proxy-credentials-wanted': {
    causes: ['インターネットを使うときに、社員ごとの認証が必要になっている'],
    steps: ['入力された内容は、このパソコンのパスワードの保管場所に保管され、このプロキシだけに送られます。'],
  },
  'proxy-credentials-refused': {
    causes: ['パスワードが最近変わった', '大文字と小文字が違っている'],
    steps: ['パスワードを変えたときは、新しいものを入力してください。', '何度も間違えると、会社のアカウントが使えなくなることがあります。'],
  },
  'proxy-sign-in-unsupported': {
    causes: ['Windows のサインインを使う認証（統合認証）になっている'],
    steps: ['別の回線（スマートフォンの回線など）が使えるときは、切り替えてお試しください。'],
  },
  'connection-inspected': {
    causes: ['社内のプロキシやセキュリティー機器が、通信の中身を検査している', 'ウイルス対策ソフトが、通信の中身を検査している', '偽の接続先につながっている'],
    steps: ['社外の無線LANをお使いなら、切断してください。', '発行者の名前に心当たりがないときは、銀行にもご連絡ください。'],
  },
};
