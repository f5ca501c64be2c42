/**
 * Stands for the module electron in unit tests (see vitest.config.ts): the names that are needed to load
 * main's files. What Electron does is tested on its stand-in.
 */
export class BrowserWindow {}
