import { escapeHtml } from '../window/escape-html.ts';
import { htmlPage } from '../window/html-page.ts';

/** One picture of the tour. */
export type Shot = {
  /** Beside the sheet, e.g. "ja-1280x800-light/01-locked.png". */
  readonly file: string;
  readonly name: string;
  readonly title: string;
  /** Since the step before, in milliseconds. */
  readonly took: number;
};

/** The pictures of one way through: one language, size and theme. */
export type Series = { readonly language: string; readonly size: string; readonly theme: string; readonly shots: readonly Shot[]; readonly took: number };

const style = `
  :root { color-scheme: light dark; --ink: #1c2733; --soft: #5b6b7c; --line: #dbe2ea; --ground: #f4f6f9; --sheet: #fff; --accent: #12508a }
  @media (prefers-color-scheme: dark) { :root { --ink: #e8edf3; --soft: #9fb0c2; --line: #2c3946; --ground: #10161d; --sheet: #18212b; --accent: #8cc2f2 } }
  * { box-sizing: border-box }
  body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.6 system-ui, "Noto Sans JP Variable", "Noto Sans CJK JP", sans-serif }
  header, section { max-width: 1480px; margin: 0 auto; padding: 0 32px }
  header { padding-top: 48px; padding-bottom: 8px }
  h1 { margin: 0; font-size: 34px; letter-spacing: .02em; line-height: 1.3 }
  h2 { margin: 40px 0 16px; font-size: 20px; display: flex; gap: 12px; align-items: baseline; flex-wrap: wrap }
  h2 small, header p { color: var(--soft); font-weight: 400 }
  header p { margin: 8px 0 0 }
  ol { list-style: none; margin: 0; padding: 0 0 24px; display: grid; grid-template-columns: repeat(auto-fill, minmax(400px, 1fr)); gap: 24px }
  figure { margin: 0; background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; height: 100% }
  figure a { display: block; border-bottom: 1px solid var(--line) }
  img { display: block; width: 100%; height: auto }
  figcaption { padding: 12px 16px 14px; display: grid; grid-template-columns: auto 1fr auto; gap: 2px 12px; align-items: baseline }
  .number { color: var(--accent); font-weight: 700; font-variant-numeric: tabular-nums }
  .title { font-weight: 600 }
  .time, .name { color: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums }
  .name { grid-column: 2 / -1; font-family: ui-monospace, monospace }
  a:focus-visible { outline: 3px solid var(--accent); outline-offset: -3px }
`;

/**
 * The contact sheet: one page that shows all pictures. Where the system has no Japanese font, the program's
 * own is taken from beside; moved elsewhere, the sheet needs nothing but its pictures.
 * @param series the ways through, in the order in which they were taken
 * @param shell what the program ran on
 */
export function contactSheet(series: readonly Series[], shell: string): string {
  const count = series.reduce((sum, { shots }) => sum + shots.length, 0);
  return htmlPage({
    language: 'en',
    title: 'Kaitsu: the tour',
    head: `<link rel="stylesheet" href="../../node_modules/@fontsource-variable/noto-sans-jp/index.css"><style>${style}</style>`,
    body: `<header>
<h1>開通 Kaitsu: the tour</h1>
<p>${count} screens of the whole journey, from the locked contract to the logged-on administrator, taken from the running program on ${escapeHtml(shell)}, against the practice bank.</p>
</header>
${series.map(section).join('\n')}`,
  });
}

function section({ language, size, theme, shots, took }: Series): string {
  return `<section>
<h2>${escapeHtml(language)} <small>${escapeHtml(size)} · ${escapeHtml(theme)} · ${seconds(took)}</small></h2>
<ol>
${shots.map(figure).join('\n')}
</ol>
</section>`;
}

function figure({ file, name, title, took }: Shot, index: number): string {
  return `<li><figure><a href="${escapeHtml(file)}"><img src="${escapeHtml(file)}" alt="${escapeHtml(title)}" loading="lazy"></a>
<figcaption><span class="number">${index + 1}</span><span class="title">${escapeHtml(title)}</span><span class="time">${seconds(took)}</span><span class="name">${escapeHtml(name)}</span></figcaption></figure></li>`;
}

/** Milliseconds as people read them. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
