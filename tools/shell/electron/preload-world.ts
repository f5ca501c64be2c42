import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { bindingName, receiverName, type ToMain, type ToPreload, worldName } from '../page/messages.ts';
import { decode, encode } from '../wire.ts';

/** The way into the preload's world of one page. */
export type PreloadWorld = { send(message: ToPreload): void };

/**
 * Makes every document of the page run the preload in an isolated world of its own, before its scripts.
 * @param preload path of the bundled preload; null for none
 * @param receive told what the preload's world sends
 */
export async function installPreload(page: Page, preload: string | null, receive: (message: ToMain) => void): Promise<PreloadWorld> {
  const devtools = await page.context().newCDPSession(page);
  const world = await followWorld(devtools);
  await devtools.send('Runtime.addBinding', { name: bindingName, executionContextName: worldName });
  devtools.on('Runtime.bindingCalled', (event) => {
    if (event.name === bindingName && event.executionContextId === world.current()?.id) receive(decode(event.payload) as ToMain);
  });
  if (preload !== null) {
    const token = randomUUID();
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: inWorlds(`worlds.enterPageWorld('${token}')`) });
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: inWorlds(enterPreload(token, preload)), worldName });
  }
  return {
    send(message) {
      const context = world.current();
      if (context === null) return;
      const expression = `${receiverName}(${JSON.stringify(encode(message))})`;
      // A page that is just being left receives nothing more, as in Electron.
      void devtools.send('Runtime.evaluate', { expression, uniqueContextId: context.uniqueId }).catch(() => undefined);
    },
  };
}

type World = { readonly id: number; readonly uniqueId: string };

async function followWorld(devtools: CDPSession): Promise<{ current(): World | null }> {
  let current: World | null = null;
  const { frameTree } = await devtools.send('Page.getFrameTree');
  devtools.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === worldName && context.auxData?.frameId === frameTree.frame.id) current = { id: context.id, uniqueId: context.uniqueId };
  });
  devtools.on('Runtime.executionContextsCleared', () => {
    current = null;
  });
  await devtools.send('Page.enable');
  await devtools.send('Runtime.enable');
  return { current: () => current };
}

/** Runs in top frames only: Electron gives no preload to subframes unless nodeIntegrationInSubFrames asks for it. */
function inWorlds(enter: string): string {
  const bundle = readFileSync(join(__dirname, 'page', 'worlds.cjs'), 'utf8');
  return `if (window === window.top) (() => { const worlds = {}; (function (exports) { ${bundle}\n })(worlds); ${enter}; })();`;
}

function enterPreload(token: string, preload: string): string {
  const platform = JSON.stringify(process.platform);
  return `worlds.enterPreloadWorld('${token}', ${platform}, (require, module, exports, process) => { ${readFileSync(preload, 'utf8')}\n })`;
}
