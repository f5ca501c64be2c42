import { ipcMain } from 'electron';
import type { WindowRequests } from './register.ts';

/** The window's requests, as Electron brings them. */
export const windowRequests: WindowRequests = ipcMain;
