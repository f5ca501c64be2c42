import { letPass, watchLongWaits } from './long-waits.ts';
import { orderUnkindness } from './unkind.ts';

/** What a test orders while the program runs, by an IPC message to this process. */
export type Order = { readonly standIn: 'unkind'; readonly names: readonly string[] } | { readonly standIn: 'pass'; readonly milliseconds: number };

/** KAITSU_SHELL_UNKIND=a,b: what is ordered from the start; see unkind.ts. */
export function takeOrders(env: NodeJS.ProcessEnv): void {
  orderUnkindness((env.KAITSU_SHELL_UNKIND ?? '').split(',').filter((name) => name !== ''));
  if (process.send === undefined) return;
  watchLongWaits();
  process.on('message', (order: Order) => {
    if (order.standIn === 'unkind') orderUnkindness(order.names);
    if (order.standIn === 'pass') letPass(order.milliseconds);
  });
  // Giving orders keeps nothing alive.
  process.channel?.unref();
}
