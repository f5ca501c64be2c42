import { readFile } from 'node:fs/promises';
import { extname, join, normalize, relative, sep } from 'node:path';
import type { Protocol } from 'electron';

/** The page's own scheme: a page from file:// could read other files, this one only what lies in its folder. */
export const scheme = 'app';
export const origin = `${scheme}://renderer`;
export const startPage = `${origin}/index.html`;
/** The support mode's page, and the one that it draws a customer's window in. */
export const supportPage = `${origin}/support.html`;
const reproductionPage = `${origin}/reproduction.html`;

/**
 * 'none' and up: scripts, styles and fonts of our own, no network at all, and no HTML made from strings.
 * W3C Content Security Policy Level 3; Trusted Types.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** The support mode embeds pages of our own, and one of our own alone lets itself be embedded, by a page of our own. Nothing else is looser. */
const policies: Readonly<Record<string, string>> = {
  [supportPage]: `${contentSecurityPolicy}; frame-src 'self'`,
  [reproductionPage]: contentSecurityPolicy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
};

/** @param page its address, without what stands behind it @returns the policy under which it is served */
export function policyOf(page: string): string {
  return policies[page] ?? contentSecurityPolicy;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Must be called before the app is ready. */
export function declareScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true } }]);
}

/**
 * Serves the bundled page, and nothing outside its folder.
 * @param protocol the session's protocol
 * @param folder where the bundled page lies
 */
export function servePage(protocol: Protocol, folder: string): void {
  protocol.handle(scheme, async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = normalize(join(folder, decodePath(pathname)));
    const type = contentTypes[extname(file)];
    if (request.method !== 'GET' || host !== 'renderer' || type === undefined || !file.startsWith(folder + sep)) return new Response(null, { status: 404 });
    const body = await readFile(file).catch(() => null);
    if (body === null) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(body), { headers: pageHeaders(type, policyOf(`${origin}/${relative(folder, file)}`)) });
  });
}

/** @returns the path in clear; '' where its escapes are broken */
function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}

function pageHeaders(type: string, policy: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
}
