import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrintToPDFOptions, WebContentsPrintOptions } from 'electron';
import type { Page } from 'playwright';
import { notCovered } from './covered.ts';
import { environment } from './environment.ts';
import { say } from './say.ts';
import { isUnkind } from './unkind.ts';

/** Inches, as Electron documents them. */
const sizes: Readonly<Record<string, readonly [number, number]>> = { A4: [8.27, 11.7], Letter: [8.5, 11] };
/** Electron's default margin: 1 cm. */
const usualMargin = 0.4;

/** Electron's words: electron_api_web_contents.cc and its patch of Chromium's printing. */
const failures = [
  ['print-cancelled', 'Print job canceled'],
  ['print-no-printer', 'No printers available on the network'],
  ['print-failed', 'Print job failed'],
  ['print-settings', 'Invalid printer settings'],
] as const;

/** webContents.printToPDF, by the command of the DevTools protocol that Electron's documentation refers to. */
export async function makePdf(page: Page, options: PrintToPDFOptions): Promise<Buffer> {
  const { pageSize = 'Letter', margins = {} } = options;
  const size = typeof pageSize === 'string' ? sizes[pageSize] : ([pageSize.width, pageSize.height] as const);
  if (size === undefined) throw notCovered(`the page size ${pageSize} of printToPDF`);
  for (const name of ['displayHeaderFooter', 'headerTemplate', 'footerTemplate'] as const)
    if (options[name] !== undefined) throw notCovered(`${name} of printToPDF`);
  const devtools = await page.context().newCDPSession(page);
  try {
    const { data } = await devtools.send('Page.printToPDF', {
      paperWidth: size[0],
      paperHeight: size[1],
      landscape: options.landscape ?? false,
      scale: options.scale ?? 1,
      printBackground: options.printBackground ?? false,
      preferCSSPageSize: options.preferCSSPageSize ?? false,
      pageRanges: options.pageRanges ?? '',
      generateTaggedPDF: options.generateTaggedPDF ?? false,
      generateDocumentOutline: options.generateDocumentOutline ?? false,
      marginTop: margins.top ?? usualMargin,
      marginBottom: margins.bottom ?? usualMargin,
      marginLeft: margins.left ?? usualMargin,
      marginRight: margins.right ?? usualMargin,
    });
    return Buffer.from(data, 'base64');
  } finally {
    await devtools.detach();
  }
}

/**
 * webContents.print. On a display Chromium's own dialog opens; in a test the printer is a file in the save
 * folder; else it is as if the person had cancelled.
 * @returns the failure's reason in Electron's words, '' when it was printed, null where nothing is told
 */
export async function printPage(page: Page, options: WebContentsPrintOptions): Promise<string | null> {
  if (options.silent === true) throw notCovered('silent printing');
  if (isUnkind('print-silent')) {
    say('print: nothing is told');
    return null;
  }
  const told = failures.find(([name]) => isUnkind(name));
  if (told !== undefined) return told[1];
  if (environment.saveFolder !== null) {
    await writeFile(join(environment.saveFolder, 'printed.pdf'), await makePdf(page, { pageSize: 'A4', preferCSSPageSize: true }));
    return '';
  }
  if (!environment.visible) return 'Print job canceled';
  await page.evaluate(() => window.print());
  return '';
}
