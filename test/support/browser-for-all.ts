import type { TestProject } from 'vitest/node';
import { serveBrowser } from '../../tools/window/renderer-window.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of this run is reached. */
    readonly browserAddress: string;
  }
}

/** Starts one Chromium before the first test file; every file opens contexts of its own on it. @returns what ends it */
// biome-ignore lint/style/noDefaultExport: vitest takes a file's default export as its set-up.
export default async function startBrowser(project: TestProject): Promise<() => Promise<void>> {
  const server = await serveBrowser();
  project.provide('browserAddress', server.wsEndpoint());
  return () => server.close();
}
