import type { KaitsuApi } from '../preload/contract/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload; missing when the page is opened outside the program. */
    readonly kaitsu?: KaitsuApi;
  }
}
