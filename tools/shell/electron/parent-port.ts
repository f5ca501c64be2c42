import { CoveredEmitter, covered } from './covered.ts';

/** process.parentPort in a utility process: one event, one method. */
class StandInParentPort extends CoveredEmitter {
  constructor() {
    super('parentPort', ['message']);
    process.on('message', (message: { readonly data: unknown }) => this.emit('message', { data: message.data, ports: [] }));
    // Without its parent a utility process has nothing to live for.
    process.on('disconnect', () => process.exit(0));
  }

  postMessage(message: unknown): void {
    process.send?.(message);
  }
}

/** Puts the port where Electron puts it. */
export function installParentPort(): void {
  Object.defineProperty(process, 'parentPort', { value: covered('parentPort', new StandInParentPort()), enumerable: true });
  Object.defineProperty(process, 'type', { value: 'utility', enumerable: true });
}
