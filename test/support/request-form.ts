import type { Locator, Page } from 'playwright';
import type { RequestEntries } from '../../preload/contract/release-request.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import type { WindowOptions } from '../../tools/window/renderer-window.ts';
import { releaseRequest, states } from '../../tools/window/snapshots.ts';
import { type TestWindow, testWindow } from './test-window.ts';

const { inputs } = catalogues.ja.releaseRequest;

/** The window under test, with the release request's form in it. */
export type RequestForm = TestWindow & {
  readonly openForm: (entries: RequestEntries, more?: Partial<WindowOptions>) => Promise<Page>;
  /** An input by its Japanese label. */
  readonly input: (name: keyof typeof inputs) => Locator;
};

/** Called once in a file; see testWindow. */
export function requestForm(): RequestForm {
  const { open, opened } = testWindow();
  return {
    open,
    opened,
    async openForm(entries, more = {}) {
      const { page } = await open({ snapshot: snapshotOf(states.locked), request: releaseRequest({ open: true, entries }), ...more });
      return page;
    },
    input: (name) => opened().page.getByLabel(inputs[name].label, { exact: true }),
  };
}
