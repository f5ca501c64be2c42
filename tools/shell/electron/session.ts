import type { Session as ElectronSession, OnBeforeRequestListenerDetails } from 'electron';
import type { Page, Request, Route } from 'playwright';
import { toAppAddress } from './addresses.ts';
import { covered, notCovered } from './covered.ts';
import { askPac } from './pac.ts';
import { isUnkind } from './unkind.ts';

type PermissionRequestHandler = Parameters<ElectronSession['setPermissionRequestHandler']>[0];
type PermissionCheckHandler = Parameters<ElectronSession['setPermissionCheckHandler']>[0];
type SchemeHandler = (request: globalThis.Request) => Response | Promise<Response>;
type BeforeRequest = (details: OnBeforeRequestListenerDetails, answer: (decision: { cancel?: boolean; redirectURL?: string }) => void) => void;

/** What the window asks of its session; the product sees `api`. */
export type StandInSession = {
  readonly api: Pick<
    ElectronSession,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'resolveProxy'
    | 'setSpellCheckerEnabled'
    | 'setSpellCheckerDictionaryDownloadURL'
  > & {
    readonly protocol: { handle(scheme: string, handler: SchemeHandler): void; unhandle(scheme: string): void; isProtocolHandled(scheme: string): boolean };
    readonly webRequest: { onBeforeRequest(listener: BeforeRequest | null): void };
  };
  answer(route: Route, webContentsId: number): Promise<void>;
  applyPermissions(page: Page, origin: string, contents: unknown): Promise<void>;
};

/** Electron's names of permissions, and the web's own, which the DevTools protocol takes. */
const permissionNames = [
  ['media', 'camera'],
  ['media', 'microphone'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['idle-detection', 'idle-detection'],
  ['storage-access', 'storage-access'],
  ['window-management', 'window-management'],
] as const;

/** A session: who answers the page's requests, and what the page is permitted. */
export function createSession(): StandInSession {
  const handlers = new Map<string, SchemeHandler>();
  let beforeRequest: BeforeRequest | null = null;
  let permissionRequest: PermissionRequestHandler = null;
  let permissionCheck: PermissionCheckHandler = null;

  const api: StandInSession['api'] = covered('session', {
    protocol: covered('protocol', {
      handle: (scheme: string, handler: SchemeHandler) => void handlers.set(scheme, handler),
      unhandle: (scheme: string) => void handlers.delete(scheme),
      isProtocolHandled: (scheme: string) => handlers.has(scheme),
    }),
    webRequest: covered('webRequest', {
      onBeforeRequest: (listener: BeforeRequest | null) => {
        if (listener !== null && typeof listener !== 'function') throw notCovered('a filter of webRequest.onBeforeRequest');
        beforeRequest = listener;
      },
    }),
    setPermissionRequestHandler: (handler) => {
      permissionRequest = handler;
    },
    setPermissionCheckHandler: (handler) => {
      permissionCheck = handler;
    },
    // Chromium shows a device chooser here, never a device that was not chosen: there is nothing to ask the handler.
    setDevicePermissionHandler: () => undefined,
    // A page here checks no spelling; Electron refuses an address that is none.
    setSpellCheckerEnabled: () => undefined,
    setSpellCheckerDictionaryDownloadURL: (url) => {
      if (!URL.canParse(url)) throw new Error('The URL you provided to setSpellCheckerDictionaryDownloadURL is not a valid URL');
    },
    resolveProxy: async (url: string) => {
      if (isUnkind('proxy-rejects')) throw new Error('Failed to resolve proxy');
      return (await askPac(url)) ?? proxyFor(url, process.env);
    },
  });

  const isPermitted = async (contents: unknown, permission: string, origin: string): Promise<boolean> => {
    if (permissionCheck !== null && !Reflect.apply(permissionCheck, undefined, [contents, permission, origin, { isMainFrame: true, requestingUrl: origin }])) {
      return false;
    }
    if (permissionRequest === null) return true;
    const handler = permissionRequest;
    return new Promise((resolve) => Reflect.apply(handler, undefined, [contents, permission, resolve, { isMainFrame: true, requestingUrl: origin }]));
  };

  return {
    api,
    answer: (route, webContentsId) => answerRoute(route, webContentsId, beforeRequest, handlers),
    async applyPermissions(page, origin, contents) {
      // Never detached: Chromium forgets what a session decided when the session ends.
      const devtools = await page.context().newCDPSession(page);
      for (const [electronName, name] of permissionNames) {
        const setting = (await isPermitted(contents, electronName, toAppAddress(`${origin}/`))) ? 'granted' : 'denied';
        await devtools.send('Browser.setPermission', { permission: { name }, setting, origin });
      }
    },
  };
}

async function answerRoute(route: Route, webContentsId: number, beforeRequest: BeforeRequest | null, handlers: Map<string, SchemeHandler>): Promise<void> {
  const request = route.request();
  const url = toAppAddress(request.url());
  const decision = beforeRequest === null ? {} : await ask(beforeRequest, request, url, webContentsId);
  if (decision.redirectURL !== undefined) throw notCovered('webRequest redirectURL');
  if (decision.cancel === true) return route.abort('blockedbyclient');
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) return url === request.url() ? route.continue() : route.abort('namenotresolved');
  const body = request.postDataBuffer();
  const answer = await handler(
    new Request(url, { method: request.method(), headers: request.headers(), ...(body === null ? {} : { body: new Uint8Array(body) }) }),
  );
  return route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(await answer.arrayBuffer()) });
}

let lastRequestId = 0;

function ask(listener: BeforeRequest, request: Request, url: string, webContentsId: number): Promise<{ cancel?: boolean; redirectURL?: string }> {
  const details = {
    id: ++lastRequestId,
    url,
    method: request.method(),
    resourceType: resourceType(request),
    referrer: '',
    timestamp: Date.now(),
    webContentsId,
  };
  return new Promise((resolve) => Reflect.apply(listener, undefined, [{ ...details, uploadData: [] }, resolve]));
}

/** As Chromium does on a desktop without proxy settings: by the environment, and never for this computer itself. */
function proxyFor(url: string, environment: NodeJS.ProcessEnv): string {
  const { protocol, hostname } = new URL(url);
  const named = environment[protocol === 'https:' ? 'https_proxy' : 'http_proxy'] ?? environment.all_proxy ?? '';
  if (named === '' || hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')) return 'DIRECT';
  return `PROXY ${URL.canParse(named) ? new URL(named).host : named}`;
}

/** Electron's names of the kinds of request. */
function resourceType(request: Request): string {
  switch (request.resourceType()) {
    case 'document':
      return request.frame().parentFrame() === null ? 'mainFrame' : 'subFrame';
    case 'stylesheet':
    case 'script':
    case 'image':
    case 'font':
    case 'media':
      return request.resourceType();
    case 'xhr':
    case 'fetch':
      return 'xhr';
    case 'websocket':
      return 'webSocket';
    default:
      return 'other';
  }
}

const sessions = new Map<string, StandInSession>();

/** The session of a partition; '' is the default one. */
export function sessionOf(partition: string): StandInSession {
  const known = sessions.get(partition) ?? createSession();
  sessions.set(partition, known);
  return known;
}
