import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { ToMain, ToPreload } from '../page/messages.ts';
import { covered } from './covered.ts';

type Handler = Parameters<IpcMain['handle']>[1];

const handlers = new Map<string, Handler>();

/** As Electron documents it: one handler a channel. */
export const ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'> = covered('ipcMain', {
  handle(channel: string, handler: Handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
  removeHandler: (channel: string) => void handlers.delete(channel),
});

/**
 * Answers what a page invoked. Of an error only its text crosses, in Electron's words.
 * @param event sender and frame, as the handler will see them
 */
export async function answerInvoke(message: ToMain, event: IpcMainInvokeEvent): Promise<ToPreload> {
  try {
    const handler = handlers.get(message.channel);
    if (handler === undefined) throw new Error(`No handler registered for '${message.channel}'`);
    return { kind: 'answer', id: message.id, value: await handler(event, ...message.args) };
  } catch (error) {
    return { kind: 'failure', id: message.id, message: `Error invoking remote method '${message.channel}': ${error}` };
  }
}
