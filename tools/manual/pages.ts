import type { FieldName } from '../../preload/contract/problem.ts';
import { problemNumbers } from '../../preload/contract/problem-numbers.ts';
import { ruleOf } from '../../renderer/help/facts.ts';
import { pictureLabel } from '../../renderer/help/pages.ts';
import { type Chapter, chaptersOf, type ManualScreen, manualScreens } from '../../renderer/help/prose.ts';
import { catalogues } from '../window/catalogues.ts';
import { escapeHtml } from '../window/escape-html.ts';
import { htmlPage } from '../window/html-page.ts';
import type { Edition } from './edition.ts';
import { heading, type PageOf, type Picture, pageLink } from './parts.ts';
import { printedProblems, problemPages } from './problem-pages.ts';
import { printedIn, type Shown, shownScreen } from './shown.ts';
import { style } from './style.ts';

type PictureOf = (screen: ManualScreen) => Picture;

/**
 * The manual as a page to be printed.
 * @param picture a screen's picture
 * @param pageOf the page on which an anchor stands; '' while that is not known
 */
export function manualPage(edition: Edition, picture: PictureOf, pageOf: PageOf): string {
  const { language, prose, bank } = edition;
  const chapters = chaptersOf(language).map((chapter) => parts[chapter](edition, picture, pageOf));
  return htmlPage({
    language,
    title: `${prose.title} — ${bank.name[language]}`,
    head: `<style>${style(escapeHtml(bank.name[language]), escapeHtml(prose.title))}</style>`,
    body: [cover(edition), contents(edition, pageOf), ...chapters].join('\n'),
  });
}

type ShownChapter = Shown['chapter'];
type Part = (edition: Edition, picture: PictureOf, pageOf: PageOf) => string;

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
    const lines = printedIn(edition.bank.stepOrder).filter((name) => shownScreen(name).chapter === chapter);
    return lines.length === 0 ? '' : `<ol>${lines.map((name) => `${line(name, shownScreen(name).title(text), shownScreen(name).code)}</li>`).join('')}</ol>`;
  };
  const lines = chaptersOf(language).map((chapter) => `${line(chapter, prose.chapters[chapter].title)}${inside(chapter)}</li>`);
  return `<nav class="contents"><h2>${escapeHtml(prose.contents)}</h2><ol>${lines.join('\n')}</ol></nav>`;
}

const overview: Part = ({ prose, text }) => {
  const { what, who, where, time } = prose.words;
  const head = ['', what, who, where, time].map((word) => `<th scope="col">${escapeHtml(word)}</th>`).join('');
  const rows = prose.way.map(
    (row, index) =>
      `<tr><td class="way-number"><span class="step-number">${index + 1}</span></td><th scope="row">${escapeHtml(row.what)}</th>${[row.who, row.where, row.time].map((word) => `<td>${escapeHtml(word)}</td>`).join('')}</tr>`,
  );
  const things = Object.values(text.releaseRequest.things).map(
    ({ name, note }) => `<li><strong>${escapeHtml(name)}</strong><span>${escapeHtml(note)}</span></li>`,
  );
  const notes = prose.readyNotes.map((note) => `<li>${escapeHtml(note)}</li>`);
  return `<section class="chapter">${heading('overview', prose)}
<table class="way"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>
<h3>${escapeHtml(prose.ready)}</h3><ul class="things">${things.join('')}</ul><ul class="notes">${notes.join('')}</ul></section>`;
};

function screens(chapter: ShownChapter): Part {
  return (edition, picture) => `<section class="chapter">${heading(chapter, edition.prose)}${articles(chapter, edition, picture)}</section>`;
}

function articles(chapter: ShownChapter, edition: Edition, picture: PictureOf): string {
  const names = printedIn(edition.bank.stepOrder).filter((name) => shownScreen(name).chapter === chapter);
  return names.map((name) => screen(edition, name, picture(name))).join('\n');
}

function screen(edition: Edition, name: ManualScreen, picture: Picture): string {
  const { prose, text } = edition;
  const { code, title, fields = [], room = 'half' } = shownScreen(name);
  const { does, after, note } = prose.screens[name];
  const message = name === 'certificateRequired' ? `<p class="message">${escapeHtml(text.screens.certificateRequired.message)}</p>` : '';
  return `<article class="screen ${room}">
<h3 id="${name}"><span class="badge">${code}</span>${escapeHtml(title(text))}</h3>
${figure(picture, pictureLabel(edition, name))}
<div class="steps"><h4>${escapeHtml(prose.words.does)}</h4><ol>${does.map((step) => `<li>${escapeHtml(step)}</li>`).join('')}</ol>${message}
<h4>${escapeHtml(prose.words.after)}</h4><p>${escapeHtml(after)}</p>${note === undefined ? '' : `<p class="note">${escapeHtml(note)}</p>`}
${fieldList(edition, name, fields)}</div>
</article>`;
}

/** The card of the screen, with the number of each step where it is done. */
function figure({ address, marks }: Picture, words: string): string {
  const numbers = marks.map(
    ({ step, left, top }) =>
      `<span class="step-number" style="left:${(left * 100).toFixed(2)}%;top:${(top * 100).toFixed(2)}%" aria-hidden="true">${step}</span>`,
  );
  return `<figure><div class="picture"><img src="${address}" alt="${escapeHtml(words)}">${numbers.join('')}</div></figure>`;
}

/** ① to ⑥ are the manual's own numbers, on the screen of the new PINs alone. */
function fieldList(edition: Edition, name: ManualScreen, fields: readonly FieldName[]): string {
  if (fields.length === 0) return '';
  const { prose, text } = edition;
  const numbered = name === 'newPins';
  const rows = fields.map((field, index) => {
    const words = numbered && field === 'registrationPin' ? text.registeredPin : { label: text.fields[field].label, explanation: ruleOf(edition, field) };
    const number = numbered ? `${String.fromCodePoint(0x2460 + index)} ` : '';
    return `<div><dt>${number}${escapeHtml(words.label)}</dt><dd>${escapeHtml(words.explanation)}</dd></div>`;
  });
  return `<h4>${escapeHtml(prose.words.fields)}</h4><dl class="fields">${rows.join('')}</dl>`;
}

const care: Part = (edition, picture) => {
  const { prose } = edition;
  const items = prose.care.map(({ title, text }) => `<div class="care"><h3>${escapeHtml(title)}</h3><p>${escapeHtml(text)}</p></div>`);
  return `<section class="chapter">${heading('certificate', prose)}<div class="care-all">${items.join('')}</div>${articles('certificate', edition, picture)}</section>`;
};

const trouble: Part = (edition) => `<section class="chapter trouble">${heading('trouble', edition.prose)}${problemPages(edition)}</section>`;

/** The bank's words are the Japanese catalogue's; what they mean is what the window calls them. */
const glossary: Part = ({ prose, text }) => {
  const { ja } = catalogues;
  const labels: readonly (readonly [string, string])[] = [
    ...manualScreens.map((name) => [shownScreen(name).title(ja), shownScreen(name).title(text)] as const).filter(([word, meaning]) => meaning.includes(word)),
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
  return `<section class="chapter words-of-bank">${heading('glossary', prose)}<div class="words-of-bank-all"><table class="glossary"><thead><tr><th scope="col">${escapeHtml(japanese)}</th><th scope="col">${escapeHtml(translation)}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
};

function typedKeys<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(record).filter((key): key is K => key in record);
}

const codes: Part = ({ prose, text }, _picture, pageOf) => {
  const rows = manualScreens.map(
    (name) =>
      `<tr><th scope="row">${shownScreen(name).code}</th><td>${escapeHtml(shownScreen(name).title(text))}</td><td>${pageLink(shownScreen(name).printedAt ?? name, pageOf)}</td></tr>`,
  );
  const problems = printedProblems.map((code) => `<li><a href="#${code}"><b>${problemNumbers[code]}</b><span>${pageOf(code)}</span></a></li>`);
  const { screen: label, page } = prose.words;
  return `<section class="chapter">${heading('codes', prose)}
<table class="codes"><thead><tr><th scope="col">${escapeHtml(prose.words.number)}</th><th scope="col">${escapeHtml(label)}</th><th scope="col">${escapeHtml(page)}</th></tr></thead><tbody>${rows.join('')}</tbody></table>
<h3>${escapeHtml(prose.words.problems)}</h3><ul class="numbers">${problems.join('')}</ul></section>`;
};

/** The back cover: what is done, and whom to call. */
const back: Part = ({ prose, text, bank, language }) => `<section class="back">${heading('back', prose)}
<ul class="checklist">${prose.checklist.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>
<div class="back-call"><p>${escapeHtml(text.shell.support)}</p><p class="back-bank">${escapeHtml(bank.name[language])}</p>
<p class="back-phone">${escapeHtml(bank.support.phone)}</p><p>${escapeHtml(bank.support.hours[language])}</p></div></section>`;

const parts: Readonly<Record<Chapter, Part>> = {
  overview,
  release: screens('release'),
  activation: screens('activation'),
  users: screens('users'),
  certificate: care,
  trouble,
  glossary,
  codes,
  back,
};
