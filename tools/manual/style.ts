/** The printed page: A4, one quiet blue, plenty of white. */

/** What all pages share. */
const text = `
* { box-sizing: border-box }
html { font: 10pt/1.75 "Noto Sans JP", "Noto Sans KR Variable", sans-serif; color: #1d2530; line-break: strict; word-break: auto-phrase; overflow-wrap: anywhere; print-color-adjust: exact }
html:lang(en), html:lang(ko) { line-height: 1.6; word-break: keep-all; font-family: "Noto Sans JP", "Noto Sans KR Variable", sans-serif }
html:lang(ko) { font-family: "Noto Sans KR Variable", "Noto Sans JP", sans-serif }
body, h1, h2, h3, h4, p, ul, ol, dl, dd { margin: 0; padding: 0 }
h1, h2, h3, h4 { line-height: 1.4; break-after: avoid; text-wrap: balance; font-feature-settings: "palt" }
a { color: inherit; text-decoration: none }
h2 { margin-bottom: 4mm; padding-bottom: 2mm; border-bottom: .6mm solid #1f4f82; color: #173e68; font-size: 18pt }
h3 { display: flex; gap: 3mm; align-items: baseline; margin-bottom: 3mm; font-size: 13pt }
h4 { margin-bottom: 1mm; color: #1b4a7c; font-size: 9.5pt }
`;

const cover = `
.cover { display: grid; grid-template-rows: auto auto auto 1fr; height: 296mm; padding: 62mm 24mm 22mm; border-left: 12mm solid #1f4f82; break-after: page }
.cover-for { color: #1b4a7c; font-weight: 700 }
h1 { margin: 6mm 0 4mm; font-size: 32pt; font-weight: 700; letter-spacing: .02em }
.cover-sub { font-size: 13pt; color: #566070 }
.cover-foot { align-self: end; padding-top: 6mm; border-top: .4mm solid #dfe2dd }
.cover-bank { font-size: 16pt; font-weight: 700 }
.cover-version { margin-top: 4mm; color: #566070; font-size: 9pt }
.practice { margin-top: 3mm; color: #5a3200; font-size: 9pt }
.practice strong { margin-inline-end: 2mm; padding: .3mm 2mm; border: .3mm solid #d69a3c; background: #fff4dd }
`;

const contents = `
.contents { break-after: page }
.contents ol { list-style: none }
.contents > ol > li { margin-top: 3.2mm; font-weight: 700 }
.contents ol ol { margin-top: 1mm; padding-inline-start: 4mm; font-weight: 400 }
.contents a { display: flex; align-items: baseline; gap: 3mm; padding: .35mm 0 }
.toc-number:empty { display: none }
.toc-number { min-width: 8mm; color: #1b4a7c }
.toc-label { flex: 1; display: flex; align-items: baseline; gap: 2mm }
.toc-label::after { flex: 1; min-width: 6mm; border-bottom: .25mm dotted #8a93a0; content: "" }
.toc-page { min-width: 8mm; text-align: end; font-variant-numeric: tabular-nums }
`;

const chapters = `
.chapter { break-before: page }
.contents + .chapter, .trouble + .words-of-bank { break-before: auto }
.trouble + .words-of-bank { margin-top: 8mm }
.lead { margin-bottom: 6mm; font-size: 11pt }
.things { list-style: none; display: grid; gap: 2mm; margin-bottom: 5mm; font-size: 9pt; line-height: 1.5 }
.things li { display: grid; grid-template-columns: 54mm 1fr; gap: 4mm; padding: 2.4mm 4mm; border: .3mm solid #dfe2dd; border-left: 1.6mm solid #1f4f82; border-radius: 2mm }
.notes { list-style: none; display: grid; gap: 2mm; font-size: 9pt; line-height: 1.55 }
.notes li, .note { padding: 3mm 4mm; border-radius: 2mm; background: #fdf3d8; color: #5f4300 }
`;

/** A screen: its picture, and the steps beside it or below it. */
const screens = `
.badge { flex: none; padding: .2mm 2.4mm; border-radius: 1.4mm; background: #1f4f82; color: #fff; font-size: 10pt; font-variant-numeric: tabular-nums }
.screen { display: grid; grid-template-columns: 104mm 1fr; gap: 0 7mm; align-items: start; margin-bottom: 6mm; break-inside: avoid }
.screen h3 { grid-column: 1 / -1 }
figure { margin: 0 }
.picture { position: relative; width: fit-content }
.picture img { display: block; max-width: 100%; max-height: 112mm; border: .3mm solid #b9c0c8; border-radius: 2mm }
/* Too long to be legible at half a page. */
.screen.tall .picture img { max-height: 205mm }
/* A card with two columns has its words below it. */
.screen.wide { grid-template-columns: 1fr }
.screen.wide .picture { margin: 0 auto 4mm }
.screen.wide .picture img { max-height: 150mm }
.step-number { display: inline-grid; place-items: center; width: 5.4mm; height: 5.4mm; border-radius: 50%; background: #c2410c; color: #fff; font-size: 8.5pt; font-weight: 700; line-height: 1; font-variant-numeric: tabular-nums }
.picture .step-number { position: absolute; translate: -70% -50%; border: .5mm solid #fff; width: 6.2mm; height: 6.2mm }
.steps { font-size: 9.5pt; line-height: 1.65 }
.steps h4 { margin-top: 3mm }
.steps h4:first-child { margin-top: 0 }
.steps .note { margin-top: 2mm; font-size: 8.5pt }
.steps ol { list-style: none; counter-reset: step; display: grid; gap: 1.4mm }
.steps ol li { position: relative; padding-inline-start: 7.4mm; counter-increment: step }
.steps ol li::before { content: counter(step); position: absolute; inset-inline-start: 0; top: .6mm; display: grid; place-items: center; width: 5.2mm; height: 5.2mm; border-radius: 50%; background: #c2410c; color: #fff; font-size: 8.5pt; font-weight: 700; line-height: 1 }
.fields { display: grid; gap: 1mm; font-size: 8pt; line-height: 1.4 }
.fields dt { font-weight: 700 }
.fields dd { color: #3c4654 }
.message { margin-top: 2mm; padding: 3mm 4mm; border: .4mm solid #1f4f82; border-radius: 2mm; background: #e6eef7 }
`;

const tables = `
table { width: 100%; border-collapse: collapse; font-size: 9pt }
th, td { padding: 1.6mm 2.4mm; border: .25mm solid #dfe2dd; text-align: start; vertical-align: top; font-weight: 400 }
thead th { background: #f3f4f0; color: #566070 }
tbody th { width: 42%; font-weight: 700 }
tr { break-inside: avoid }
.way { margin-bottom: 5mm }
.way th, .way td { padding: 1.1mm 2mm; vertical-align: middle }
.way tbody th { width: 40% }
.way .way-number { width: 10mm; text-align: center }
.glossary th, .glossary td { padding: .8mm 2mm; font-size: 8.5pt }
.words-of-bank-all { columns: 2; column-gap: 8mm; margin-bottom: 8mm }
.glossary tr { break-inside: avoid }
.glossary th { width: 50%; font-family: "Noto Sans JP" }
.codes { margin-bottom: 5mm; font-size: 8pt }
.codes th, .codes td { padding: .5mm 2mm }
.codes thead th:first-child, .codes thead th:last-child { width: 18mm }
.codes tbody th { width: 18mm; font-variant-numeric: tabular-nums }
.codes td:last-child { width: 18mm; text-align: end }
`;

const care = `
.care { margin-bottom: 3mm; break-inside: avoid }
.care h3 { margin-bottom: .6mm; color: #173e68; font-size: 11pt }
.care-all { columns: 2; column-gap: 8mm; margin-bottom: 6mm; font-size: 9.5pt }
`;

const problems = `
.problems { columns: 2; column-gap: 5mm }
.chapter.trouble { page: trouble }
.problem { margin-bottom: 1.8mm; padding: 1.2mm 2.6mm; border: .25mm solid #dfe2dd; border-left: 1.2mm solid #8a93a0; border-radius: 1.4mm; font-size: 7.2pt; line-height: 1.45; orphans: 3; widows: 3; box-decoration-break: clone }
.problem.blocking, .problem.error { border-left-color: #b3261e }
.problem.warning { border-left-color: #c98a1d }
.problem.information { border-left-color: #1f4f82 }
.problem h3 { gap: 2mm; margin-bottom: .8mm; font-size: 9pt }
.problem .badge { padding: 0 1.4mm; font-size: 8pt }
.problem h4 { margin: .8mm 0 0; color: #566070; font-size: 7.2pt }
.problem ul { padding-inline-start: 3mm }
.problem-next { margin-top: .8mm; font-weight: 700 }
.problem-next b { margin-inline-end: 1.5mm; color: #1b4a7c }
.problem-call { margin-top: .8mm; color: #566070 }
.numbers { list-style: none; columns: 7; column-gap: 5mm; font-size: 8pt; line-height: 1.5 }
.numbers a { display: flex; justify-content: space-between; border-bottom: .2mm solid #dfe2dd }
`;

/** The back cover. */
const back = `
.back { break-before: page }
.checklist { list-style: none; display: grid; gap: 3.4mm; margin: 4mm 0 14mm; font-size: 11pt }
.checklist li { position: relative; padding-inline-start: 9mm }
.checklist li::before { content: ""; position: absolute; inset-inline-start: 0; top: 1.2mm; width: 4.4mm; height: 4.4mm; border: .35mm solid #1f4f82; border-radius: .8mm }
.back-call { padding: 7mm 8mm; border-radius: 2mm; background: #1f4f82; color: #fff }
.back-bank { font-size: 13pt; font-weight: 700 }
.back-phone { font-size: 26pt; font-weight: 700; line-height: 1.4; font-variant-numeric: tabular-nums }
`;

/**
 * The manual's style sheet.
 * @param bank and title stand in the margins, already escaped for HTML
 */
export function style(bank: string, title: string): string {
  return [pages(bank, title), text, cover, contents, chapters, screens, tables, care, problems, back].join('');
}

function pages(bank: string, title: string): string {
  const quoted = (words: string) => JSON.stringify(words.replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code))));
  return `
@page { size: A4; margin: 22mm 20mm 20mm;
  @top-left { content: ${quoted(bank)}; font: 8pt "Noto Sans JP", "Noto Sans KR Variable"; color: #566070 }
  @top-right { content: ${quoted(title)}; font: 8pt "Noto Sans JP", "Noto Sans KR Variable"; color: #566070 }
  @bottom-center { content: counter(page); font: 9pt "Noto Sans JP"; color: #566070 } }
@page trouble { margin: 18mm 15mm 16mm }
@page :first { margin: 0; @top-left { content: none } @top-right { content: none } @bottom-center { content: none } }
`;
}
