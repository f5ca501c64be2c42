import type { CustomScheme } from 'electron';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { CoveredEmitter, covered } from './covered.ts';
import { dialog, Menu, Notification, shell } from './desktop.ts';
import { ipcMain } from './ipc-main.ts';
import { nativeTheme } from './native-theme.ts';
import { takeOrders } from './orders.ts';
import { sessionOf } from './session.ts';
import { utilityProcess } from './utility-process.ts';

takeOrders(process.env);

const defaultProtocol = sessionOf('').api.protocol;

/** The stand-in for the module `electron` in main: just what main uses; anything else is refused by name. */
export const electron = covered('electron', {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  Notification,
  /** Nothing here tells of a shutdown. */
  powerMonitor: covered('powerMonitor', new CoveredEmitter('powerMonitor', ['shutdown'])),
  shell,
  utilityProcess,
  protocol: covered('protocol', {
    handle: defaultProtocol.handle,
    unhandle: defaultProtocol.unhandle,
    isProtocolHandled: defaultProtocol.isProtocolHandled,
    registerSchemesAsPrivileged(_schemes: readonly CustomScheme[]): void {
      // An https origin is standard and secure already.
      if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    },
  }),
  session: covered('session', {
    defaultSession: sessionOf('').api,
    fromPartition: (partition: string) => sessionOf(partition).api,
  }),
});
