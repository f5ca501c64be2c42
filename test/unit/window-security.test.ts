import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { contentSecurityPolicy, policyOf, servePage, startPage, supportPage } from '../../main/window/app-protocol.ts';
import { hardenContents, hardenSession } from '../../main/window/hardening.ts';
import { hardenedPreferences } from '../../main/window/main-window.ts';

const log = { info: vi.fn(), warn: vi.fn(), error: () => '' };
type Handler = (...input: unknown[]) => unknown;

describe("the page's files", () => {
  let folder = '';
  let serve: (request: Request) => Promise<Response>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kaitsu-page-'));
    await mkdir(join(folder, 'page'));
    await writeFile(join(folder, 'page', 'index.html'), '<!doctype html>');
    for (const page of ['support.html', 'reproduction.html']) await writeFile(join(folder, 'page', page), '<!doctype html>');
    await writeFile(join(folder, 'page', 'secret.pem'), 'KEY');
    await writeFile(join(folder, 'outside.js'), 'outside');
    const protocol = { handle: (_scheme: string, handler: typeof serve) => (serve = handler) };
    servePage(protocol as unknown as Electron.Protocol, join(folder, 'page'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('come with a policy that allows nothing but our own scripts, styles, fonts and pictures', async () => {
    const answer = await serve(new Request(startPage));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(contentSecurityPolicy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/u);
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/u);
    expect(contentSecurityPolicy).toContain("connect-src 'none'");
    expect(contentSecurityPolicy).toContain("require-trusted-types-for 'script'");
  });

  test('embed nothing and are embedded nowhere, but for the support mode: its page embeds ours, and one of ours lets itself be embedded by ours', async () => {
    const policyAt = async (url: string) => (await serve(new Request(url))).headers.get('content-security-policy') ?? '';
    const parts = (policy: string) => policy.split('; ').sort();
    const usual = parts(contentSecurityPolicy);
    expect(usual.filter((part) => part.startsWith('frame-'))).toEqual(["frame-ancestors 'none'"]);
    for (const url of [supportPage, `${supportPage}?x`, 'app://renderer/%73upport.html', 'app://renderer/x/../support.html'])
      expect(parts(await policyAt(url)), url).toEqual([...usual, "frame-src 'self'"].sort());
    expect(parts(await policyAt('app://renderer/reproduction.html'))).toEqual(
      [...usual.filter((part) => part !== "frame-ancestors 'none'"), "frame-ancestors 'self'"].sort(),
    );
    expect(policyOf(startPage)).toBe(contentSecurityPolicy);
    expect(policyOf('app://renderer/assets/support.html')).toBe(contentSecurityPolicy);
  });

  test.each(['app://renderer/../outside.js', 'app://renderer/%2e%2e/outside.js', 'app://renderer/..%2foutside.js', 'app://renderer/..%5coutside.js'])(
    'end at their folder: %s is not found',
    async (url) => expect((await serve(new Request(url))).status).toBe(404),
  );

  test.each(['app://renderer/secret.pem', 'app://elsewhere/index.html', 'app://renderer/none.js', 'app://renderer/%E0%A4%A'])(
    'do not include %s',
    async (url) => expect((await serve(new Request(url))).status).toBe(404),
  );
});

describe('the window', () => {
  test('runs sandboxed and isolated, without Node', () => {
    expect(hardenedPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false });
  });

  test('is granted no permission and reaches no other host', () => {
    const handlers: Record<string, Handler> = {};
    const keep = (name: string) => (handler: Handler) => {
      handlers[name] = handler;
    };
    const session = {
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
      webRequest: { onBeforeRequest: keep('web') },
      setSpellCheckerEnabled: vi.fn(),
      setSpellCheckerDictionaryDownloadURL: vi.fn(),
    };
    hardenSession(session as unknown as Electron.Session, log);
    const answer = vi.fn();
    handlers.request?.(null, 'media', answer);
    handlers.web?.({ url: 'https://example.com/', resourceType: 'xhr' }, answer);
    handlers.web?.({ url: 'app://renderer.evil/index.html', resourceType: 'script' }, answer);
    handlers.web?.({ url: startPage, resourceType: 'mainFrame' }, answer);
    expect(answer.mock.calls).toEqual([[false], [{ cancel: true }], [{ cancel: true }], [{ cancel: false }]]);
    expect(handlers.check?.()).toBe(false);
    expect(handlers.device?.()).toBe(false);
    // No dictionary is fetched: Electron refuses an address that is none, so it is one that leads nowhere.
    expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
    const [address] = session.setSpellCheckerDictionaryDownloadURL.mock.calls[0] ?? [];
    expect(new URL(String(address)).protocol).toBe('app:');
    handlers.web?.({ url: `${address}ja-jp-1-0.bdic`, resourceType: 'other' }, answer);
    expect(answer).toHaveBeenLastCalledWith({ cancel: true });
  });

  test('stays on its page, opens no other and embeds none', () => {
    const listeners: Record<string, Handler> = {};
    const contents = {
      on: (name: string, listener: Handler) => {
        listeners[name] = listener;
      },
      setWindowOpenHandler: (handler: Handler) => {
        listeners.open = handler;
      },
    };
    hardenContents({ on: (_name: string, listener: Handler) => listener({}, contents) } as unknown as Electron.App, log, startPage);
    const prevented = (name: string, url: string): boolean => {
      const preventDefault = vi.fn();
      listeners[name]?.({ preventDefault, url });
      return preventDefault.mock.calls.length === 1;
    };
    expect(prevented('will-navigate', 'https://example.com/')).toBe(true);
    expect(prevented('will-navigate', startPage)).toBe(false);
    expect(prevented('will-navigate', supportPage)).toBe(true);
    expect(prevented('will-redirect', 'https://example.com/')).toBe(true);
    expect(prevented('will-attach-webview', 'https://example.com/')).toBe(true);
    expect(listeners.open?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
  });
});
