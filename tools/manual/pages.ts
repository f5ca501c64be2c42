import type { FieldName } from '../../preload/contract/problem.ts';
import { problemCodes, problemNumbers } from '../../preload/contract/problem.ts';
import { catalogues } from '../window/catalogues.ts';
import { escapeHtml } from '../window/escape-html.ts';
import { boxesOf, type Edition, ruleOf } from './edition.ts';
import { heading, type PageOf, pageLink } from './parts.ts';
import { problemPages } from './problem-pages.ts';
import { type Chapter, chaptersOf, type ManualScreen, manualScreens } from './prose.ts';
import { type Shown, shownScreens } from './shown.ts';
import { style } from './style.ts';

/**
 * The manual as a page to be printed.
 * @param picture address of a screen's picture
 * @param pageOf the page on which an anchor stands; '' while that is not known
 */
export function manualPage(edition: Edition, picture: (screen: ManualScreen) => string, pageOf: PageOf): string {
  const { language, prose, bank } = edition;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(`${prose.title} — ${bank.name[language]}`)}</title>
<style>${style(escapeHtml(bank.name[language]), escapeHtml(prose.title))}</style>
</head>
<body>
${cover(edition)}
${contents(edition, pageOf)}
${chaptersOf(language)
  .map((chapter) => parts[chapter](edition, picture, pageOf))
  .join('\n')}
</body>
</html>
`;
}

type ShownChapter = Shown['chapter'];
type Part = (edition: Edition, picture: (screen: ManualScreen) => string, pageOf: PageOf) => string;

function cover({ language, bank, prose, version, text }: Edition): string {
  const practice = bank.practice ? `<p class="practice"><strong>${text.shell.practice}</strong>${escapeHtml(text.shell.practiceLine)}</p>` : '';
  return `<header class="cover">
<p class="cover-for">${escapeHtml(prose.forWhom)}</p>
<h1>${escapeHtml(prose.title)}</h1>
<p class="cover-sub">${escapeHtml(prose.subtitle)}</p>
<div class="cover-foot"><p class="cover-bank">${escapeHtml(bank.name[language])}</p>
<p>${escapeHtml(text.shell.support)}　${escapeHtml(bank.support.phone)}<br>${escapeHtml(bank.support.hours[language])}</p>
${practice}<p class="cover-version">${escapeHtml(prose.version(version))}</p></div>
</header>`;
}

function contents(edition: Edition, pageOf: PageOf): string {
  const { prose, text, language } = edition;
  const line = (anchor: string, label: string, number = '') =>
    `<li><a href="#${anchor}"><span class="toc-number">${number}</span><span class="toc-label">${escapeHtml(label)}</span><span class="toc-page">${pageOf(anchor)}</span></a>`;
  const inside = (chapter: Chapter) => {
    const lines = manualScreens.filter((name) => shownScreens[name].chapter === chapter);
    return lines.length === 0 ? '' : `<ol>${lines.map((name) => `${line(name, shownScreens[name].title(text), shownScreens[name].code)}</li>`).join('')}</ol>`;
  };
  const lines = chaptersOf(language).map((chapter) => `${line(chapter, prose.chapters[chapter].title)}${inside(chapter)}</li>`);
  return `<nav class="contents"><h2>${escapeHtml(prose.contents)}</h2><ol>${lines.join('\n')}</ol></nav>`;
}

const ready: Part = ({ prose, text }) => {
  const things = Object.values(text.releaseRequest.things).map(
    ({ name, note }) => `<li><strong>${escapeHtml(name)}</strong><span>${escapeHtml(note)}</span></li>`,
  );
  const notes = prose.readyNotes.map((note) => `<li>${escapeHtml(note)}</li>`);
  return `<section class="chapter">${heading('ready', prose)}<ul class="things">${things.join('')}</ul><ul class="notes">${notes.join('')}</ul></section>`;
};

function screens(chapter: ShownChapter): Part {
  return (edition, picture) => `<section class="chapter">${heading(chapter, edition.prose)}${articles(chapter, edition, picture)}</section>`;
}

function articles(chapter: ShownChapter, edition: Edition, picture: Parameters<Part>[1]): string {
  const names = manualScreens.filter((name) => shownScreens[name].chapter === chapter);
  return names.map((name) => screen(edition, name, picture(name))).join('\n');
}

function screen(edition: Edition, name: ManualScreen, address: string): string {
  const { prose, text } = edition;
  const { code, title, fields = [], size } = shownScreens[name];
  const { does, after, note } = prose.screens[name];
  const message = name === 'certificateRequired' ? `<p class="message">${escapeHtml(text.screens.certificateRequired.message)}</p>` : '';
  return `<article class="screen ${size === undefined ? kindOf(fields.length) : 'tall'}">
<h3 id="${name}"><span class="badge">${code}</span>${escapeHtml(title(text))}</h3>
<img src="${address}" alt="${escapeHtml(`${prose.words.screen} ${code}: ${title(text)}`)}">
<div class="steps"><div><h4>${escapeHtml(prose.words.does)}</h4><ol>${does.map((step) => `<li>${escapeHtml(step)}</li>`).join('')}</ol>${message}</div>
<div><h4>${escapeHtml(prose.words.after)}</h4><p>${escapeHtml(after)}</p>${note === undefined ? '' : `<p class="note">${escapeHtml(note)}</p>`}</div></div>
${fieldTable(edition, name, fields)}
</article>`;
}

/** How much room the picture has beside what is said of the fields. */
function kindOf(fields: number): 'short' | 'usual' | 'dense' {
  if (fields === 0) return 'short';
  return fields > 4 ? 'dense' : 'usual';
}

/** ① to ⑥ are the manual's own numbers, on the screen of the new PINs alone. */
function fieldTable(edition: Edition, name: ManualScreen, fields: readonly FieldName[]): string {
  if (fields.length === 0) return '';
  const { prose, text } = edition;
  const numbered = name === 'newPins';
  const rows = fields.map((field, index) => {
    const words = numbered && field === 'registrationPin' ? text.registeredPin : { label: text.fields[field].label, explanation: ruleOf(edition, field) };
    const number = numbered ? `${String.fromCodePoint(0x2460 + index)} ` : '';
    const boxes = boxesOf(edition, field);
    return `<tr><th scope="row">${number}${escapeHtml(words.label)}</th><td>${escapeHtml(words.explanation)}${boxes === '' ? '' : ` <span class="boxes" aria-hidden="true">${boxes}</span>`}</td></tr>`;
  });
  const { fields: caption, entry, rule } = prose.words;
  return `<table><caption>${escapeHtml(caption)}</caption><thead><tr><th scope="col">${escapeHtml(entry)}</th><th scope="col">${escapeHtml(rule)}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const care: Part = (edition, picture) => {
  const { prose } = edition;
  const items = prose.care.map(({ title, text }) => `<div class="care"><h3>${escapeHtml(title)}</h3><p>${escapeHtml(text)}</p></div>`);
  return `<section class="chapter">${heading('certificate', prose)}${items.join('')}${articles('certificate', edition, picture)}</section>`;
};

const trouble: Part = (edition) => `<section class="chapter">${heading('trouble', edition.prose)}${problemPages(edition)}</section>`;

/** The bank's words are the Japanese catalogue's; what they mean is what the window calls them. */
const glossary: Part = ({ prose, text }) => {
  const { ja } = catalogues;
  const labels: readonly (readonly [string, string])[] = [
    ...manualScreens.map((name) => [shownScreens[name].title(ja), shownScreens[name].title(text)] as const).filter(([word, meaning]) => meaning.includes(word)),
    ...typedKeys(ja.fields).map((name) => [ja.fields[name].label, text.fields[name].label] as const),
    [ja.screens.logonMenu.choice, text.screens.logonMenu.choice],
    [ja.screens.activationMenu.group, text.screens.activationMenu.group],
    [ja.screens.activationMenu.action, text.screens.activationMenu.action],
    [ja.screens.identification.action, text.screens.identification.action],
    [ja.screens.newPins.action, text.screens.newPins.action],
    [ja.users.selection.change, text.users.selection.change],
    [ja.screens.locked.card, text.screens.locked.card],
    [ja.screens.locked.form, text.screens.locked.form],
    [ja.certificate.facts, text.certificate.facts],
  ];
  const rows = [...new Map(labels)].map(
    ([word, meaning]) => `<tr><th scope="row" lang="ja">${escapeHtml(word)}</th><td>${escapeHtml(meaning.replace(`(${word})`, '').trim())}</td></tr>`,
  );
  const { japanese, translation } = prose.words;
  return `<section class="chapter">${heading('glossary', prose)}<table class="glossary"><thead><tr><th scope="col">${escapeHtml(japanese)}</th><th scope="col">${escapeHtml(translation)}</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
};

function typedKeys<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(record).filter((key): key is K => key in record);
}

const codes: Part = ({ prose, text }, _picture, pageOf) => {
  const rows = manualScreens.map(
    (name) =>
      `<tr><th scope="row">${shownScreens[name].code}</th><td>${escapeHtml(shownScreens[name].title(text))}</td><td>${pageLink(name, pageOf)}</td></tr>`,
  );
  const problems = problemCodes.map((code) => `<li><a href="#${code}"><b>${problemNumbers[code]}</b><span>${pageOf(code)}</span></a></li>`);
  const { screen: label, page } = prose.words;
  return `<section class="chapter">${heading('codes', prose)}
<table class="codes"><thead><tr><th scope="col">${escapeHtml(prose.words.number)}</th><th scope="col">${escapeHtml(label)}</th><th scope="col">${escapeHtml(page)}</th></tr></thead><tbody>${rows.join('')}</tbody></table>
<h3>${escapeHtml(prose.words.problems)}</h3><ul class="numbers">${problems.join('')}</ul></section>`;
};

const parts: Readonly<Record<Chapter, Part>> = {
  ready,
  release: screens('release'),
  activation: screens('activation'),
  users: screens('users'),
  certificate: care,
  trouble,
  glossary,
  codes,
};
