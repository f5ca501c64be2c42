import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ProblemCode } from '../../../preload/contract/problem-numbers.ts';
import { type LogonCheck, paths } from '../../protocol/protocol.ts';
import { checkLogon } from '../accounts/logon.ts';
import type { BankParts } from '../bank-parts.ts';
import { peerCertificate } from '../certificates/client-certificate.ts';
import { statusOf } from './answers.ts';
import { logonScript, logonStyle } from './logon-page-parts.ts';

/** The bank's own sentences: this page is the bank's, not the program's. */
const certificateMessages: Partial<Record<ProblemCode, string>> = {
  'certificate-required': '電子証明書が必要です。電子証明書の取得を行ってください。',
  'certificate-expired': '電子証明書の有効期限が切れています。',
  'certificate-revoked': '電子証明書は失効しています。',
  'certificate-untrusted': 'この電子証明書は当行が発行したものではありません。',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

function page(bankName: string, nonce: string, content: string, script: string): string {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ログオン - ${escapeHtml(bankName)}</title>
<style nonce="${nonce}">${logonStyle}</style>
</head>
<body>
<header><span class="name">${escapeHtml(bankName)}</span><span class="mark">練習用</span></header>
<main>${content}</main>
${script === '' ? '' : `<script nonce="${nonce}">${script}</script>`}
</body>
</html>
`;
}

function logonForm(check: LogonCheck): string {
  const until = new Date(check.certificateNotAfter).toLocaleDateString('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'long' });
  return `<h1>管理者ログオン</h1>
<dl>
<dt>ご契約先</dt><dd>${escapeHtml(check.organization)}</dd>
<dt>契約者ID（利用者番号）</dt><dd class="number">${escapeHtml(check.contractorId)}</dd>
<dt>電子証明書の有効期限</dt><dd>${escapeHtml(until)}</dd>
</dl>
<form id="logon" data-contractor-id="${escapeHtml(check.contractorId)}" data-address="${paths.logon}" autocomplete="off">
<label for="pin">ご契約先暗証番号</label>
<p id="hint">半角英数字（大文字と小文字は区別されます）</p>
<input id="pin" type="password" required maxlength="64" autocomplete="off" aria-describedby="hint message" autofocus>
<button type="submit">ログオン</button>
</form>
<p id="message" role="status" aria-live="polite"></p>`;
}

/** The logon for a browser that presents the certificate: GET /logon. */
export function addLogonPage(server: FastifyInstance, parts: BankParts): void {
  server.get(paths.logonPage, (request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    const policy = [
      "default-src 'none'",
      `style-src 'nonce-${nonce}'`,
      `script-src 'nonce-${nonce}'`,
      "connect-src 'self'",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ];
    reply.header('content-security-policy', policy.join('; ')).type('text/html; charset=utf-8');
    const check = checkLogon(parts, peerCertificate(request.raw.socket), null);
    const bankName = parts.profile.name.ja;
    if (check.ok) return reply.send(page(bankName, nonce, logonForm(check.value), logonScript));
    const { code } = check.problem;
    const message = certificateMessages[code] ?? 'ログオンできません。';
    const content = `<h1>ログオンできません</h1><p id="message" class="refused" role="alert">${message}</p><p class="code">${code}</p>`;
    return reply.code(statusOf(code)).send(page(bankName, nonce, content, ''));
  });
}
