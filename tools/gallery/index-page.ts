import { basename } from 'node:path';
import { languages } from '../../preload/contract/preferences.ts';
import { problemNumbers } from '../../preload/contract/problem-numbers.ts';
import { escapeHtml } from '../window/escape-html.ts';
import { htmlPage } from '../window/html-page.ts';
import { filterScript, style } from './index-parts.ts';
import { looks } from './looks.ts';
import type { Comparison } from './references.ts';
import { codeOf } from './scenes/scene.ts';
import type { Taken } from './take.ts';

/**
 * The gallery's page: every picture with its screen code, heading and state, to be searched for what a
 * customer says on the phone. It needs nothing but the pictures beside it.
 * @param comparisons of the kept pictures; their before, after and difference lie in differences/
 */
export function indexPage(taken: readonly Taken[], comparisons: readonly Comparison[]): string {
  const screens = [...new Set(taken.map(({ scene }) => scene.screen))];
  return htmlPage({
    language: 'en',
    title: 'Kaitsu: the gallery',
    head: `<style>${style}</style>`,
    body: `<header>
<h1>開通 Kaitsu <span>the gallery</span></h1>
<p>Every screen in every state, ${taken.length} pictures, drawn from snapshots alone. Search for what a customer reads out, for instance <kbd>2-3-102</kbd>, or for any words on the screen.</p>
<form role="search">
<label class="wide">Screen code or words<input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="2-3-102, 暗証番号, certificate …"></label>
${choice('screen', 'Screen', ['all', ...screens])}
${choice('language', 'Language', ['all', ...languages])}
${choice('look', 'Look', ['all', ...looks.map(({ name }) => name)])}
</form>
<p id="count" role="status"></p>
</header>
${differences(comparisons)}
<main>
${screens.map((screen) => section(screen, taken)).join('\n')}
</main>
<script type="application/json" id="words">${wordsOf(taken)}</script>
<script>${filterScript}</script>`,
  });
}

function choice(id: string, label: string, values: readonly string[]): string {
  const preset = { language: 'ja', look: 'light-1280' }[id];
  const options = values.map((value) => `<option${value === preset ? ' selected' : ''}>${value}</option>`);
  return `<label>${label}<select id="${id}">${options.join('')}</select></label>`;
}

function section(screen: string, taken: readonly Taken[]): string {
  const figures = taken.filter(({ scene }) => scene.screen === screen).map(figure);
  return `<section data-screen="${screen}"><h2>${escapeHtml(screen.replaceAll('-', ' '))}</h2><ul>${figures.join('\n')}</ul></section>`;
}

/** State: what the scene's name says of it, without its number. */
function figure({ name, scene, language, look, title, screenCode, findings }: Taken): string {
  const code = codeOf(scene);
  const state = code === null ? scene.name.replace(/^[a-z]?\d+-/u, '').replaceAll('-', ' ') : `${problemNumbers[code]} ${code}`;
  const label = `${screenCode} ${title} (${state}, ${language}, ${look.name})`;
  const found = findings.length === 0 ? '' : `<span class="found">${findings.length} findings</span>`;
  return `<li data-key="${scene.name} ${language}" data-language="${language}" data-look="${look.name}"><figure>
<a href="${name}.png"><img src="${name}.png" alt="${escapeHtml(label.trim())}" loading="lazy" width="${look.width * look.scale}" height="${look.height * look.scale}"></a>
<figcaption><span class="code">${escapeHtml(screenCode)}</span><span class="title" lang="${language}">${escapeHtml(title)}</span><span class="state">${escapeHtml(state)}</span><span class="look">${language} · ${look.name}</span>${found}</figcaption>
</figure></li>`;
}

/** What is said in each scene and language, once for all its looks. */
function wordsOf(taken: readonly Taken[]): string {
  const words = Object.fromEntries(
    taken.map(({ scene, language, screenCode, title, words }) => [`${scene.name} ${language}`, `${screenCode} ${title} ${scene.name} ${words}`.toLowerCase()]),
  );
  return JSON.stringify(words).replaceAll('<', '\\u003c');
}

function differences(comparisons: readonly Comparison[]): string {
  if (comparisons.length === 0) return '';
  const differing = comparisons.filter(({ verdict, share }) => verdict !== 'same' || share > 0);
  const rows = differing.map(({ name, verdict, share, difference }) => {
    const picture = (path: string, alt: string) => `<td><a href="${path}"><img src="${path}" alt="${alt}: ${name}" loading="lazy"></a></td>`;
    const seen =
      difference === null
        ? `<td></td>${picture(`${name}.png`, 'Now')}<td></td>`
        : picture(`differences/${name}-kept.png`, 'Kept') + picture(`${name}.png`, 'Now') + picture(`differences/${basename(difference)}`, 'Difference');
    return `<tr class="${verdict}"><th scope="row">${name}<br>${verdict === 'new' ? 'not kept yet' : `${(share * 100).toFixed(3)} % differ`}</th>${seen}</tr>`;
  });
  const table = `<table><thead><tr><th scope="col">Picture</th><th scope="col">Kept</th><th scope="col">Now</th><th scope="col">Difference</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
  return `<section class="differences"><h2>Kept pictures</h2><p>${comparisons.length} compared, ${comparisons.filter(({ verdict }) => verdict !== 'same').length} differ.</p>${rows.length === 0 ? '' : table}</section>`;
}
