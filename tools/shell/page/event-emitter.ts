type Listener = (event: { readonly sender: unknown }, ...args: readonly unknown[]) => void;

/** The part of Node's EventEmitter that ipcRenderer's listeners need, in a world without Node. */
export class EventEmitter {
  private readonly listeners = new Map<string, readonly Listener[]>();

  readonly on = (channel: string, listener: Listener): void => {
    this.listeners.set(channel, [...(this.listeners.get(channel) ?? []), listener]);
  };

  readonly removeListener = (channel: string, listener: Listener): void => {
    this.listeners.set(
      channel,
      (this.listeners.get(channel) ?? []).filter((one) => one !== listener),
    );
  };

  emit(channel: string, sender: unknown, args: readonly unknown[]): void {
    for (const listener of this.listeners.get(channel) ?? []) listener({ sender }, ...args);
  }
}
