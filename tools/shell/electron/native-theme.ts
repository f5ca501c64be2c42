import type { NativeTheme } from 'electron';
import type { Page } from 'playwright';
import { CoveredEmitter, covered } from './covered.ts';

type Source = NativeTheme['themeSource'];

class StandInNativeTheme extends CoveredEmitter implements Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'> {
  readonly pages = new Set<Page>();
  private source: Source = 'system';

  constructor() {
    super('nativeTheme', ['updated']);
  }

  get themeSource(): Source {
    return this.source;
  }

  set themeSource(source: Source) {
    this.source = source;
    for (const page of this.pages) void this.applyTo(page);
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }

  /** 'system' leaves the page with what the desktop says. */
  async applyTo(page: Page): Promise<void> {
    await page.emulateMedia({ colorScheme: this.source === 'system' ? null : this.source }).catch(() => undefined);
  }
}

const standIn = new StandInNativeTheme();
export const nativeTheme = covered('nativeTheme', standIn);

/** Makes a page follow nativeTheme.themeSource, until it closes. */
export function followColorScheme(page: Page): void {
  standIn.pages.add(page);
  page.once('close', () => standIn.pages.delete(page));
  void standIn.applyTo(page);
}
