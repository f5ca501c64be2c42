/** How the gallery's page looks, light and dark. */
export const style = `
  :root { color-scheme: light dark; --ink: #1d2530; --soft: #566070; --line: #dfe2dd; --ground: #f3f4f0; --sheet: #fff; --accent: #1b4a7c; --bad: #98201a }
  @media (prefers-color-scheme: dark) { :root { --ink: #e8ebee; --soft: #a9b2be; --line: #313a45; --ground: #12161c; --sheet: #1b2129; --accent: #9cc4f0; --bad: #f5a8a1 } }
  * { box-sizing: border-box }
  body { margin: 0 auto; max-width: 1680px; padding: 0 32px 64px; background: var(--ground); color: var(--ink); font: 16px/1.6 system-ui, "Noto Sans JP Variable", "Noto Sans CJK JP", sans-serif }
  header { padding-top: 40px }
  h1 { margin: 0; font-size: 32px; line-height: 1.3 }
  h1 span { color: var(--soft); font-weight: 400 }
  h2 { margin: 40px 0 12px; font-size: 20px; text-transform: capitalize }
  header p { margin: 8px 0 0; max-width: 60em; color: var(--soft) }
  kbd { padding: 1px 6px; border: 1px solid var(--line); border-radius: 6px; background: var(--sheet); color: var(--ink); font: inherit }
  form { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: 16px; margin: 24px 0 8px }
  label { display: grid; gap: 4px; font-size: 14px; color: var(--soft) }
  .wide { flex: 1 1 320px }
  input, select { min-height: 44px; padding: 0 12px; border: 1px solid var(--soft); border-radius: 8px; background: var(--sheet); color: var(--ink); font: inherit; font-size: 16px }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
  ul { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(360px, 1fr)); gap: 24px }
  figure { height: 100%; margin: 0; overflow: hidden; border: 1px solid var(--line); border-radius: 12px; background: var(--sheet) }
  figure a { display: block; border-bottom: 1px solid var(--line) }
  img { display: block; width: 100%; height: auto }
  figcaption { display: grid; grid-template-columns: auto 1fr; gap: 2px 12px; align-items: baseline; padding: 12px 16px 14px }
  .code { min-width: 3ch; color: var(--accent); font-weight: 700; font-variant-numeric: tabular-nums }
  .title { font-weight: 600 }
  .state, .look { grid-column: 2; color: var(--soft); font-size: 14px }
  .found, .different th { color: var(--bad); font-weight: 700 }
  [hidden] { display: none }
  table { width: 100%; border-collapse: collapse }
  th, td { width: 25%; padding: 8px; border-top: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: anywhere }
`;

/** Shows what fits the search and the choices, which also stand in the address, so that a view can be sent to somebody. */
export const filterScript = `
  const words = JSON.parse(document.getElementById('words').textContent);
  const inputs = ['search', 'screen', 'language', 'look'].map((id) => document.getElementById(id));
  const items = [...document.querySelectorAll('main li')];
  const given = new URLSearchParams(location.hash.slice(1));
  for (const input of inputs) if (given.has(input.id)) input.value = given.get(input.id);
  const fits = (value, wanted) => wanted === 'all' || value === wanted;
  function filter() {
    const [search, screen, language, look] = inputs.map((input) => input.value.trim());
    const parts = search.toLowerCase().split(/\\s+/);
    let count = 0;
    for (const item of items) {
      const said = words[item.dataset.key] ?? '';
      item.hidden = !(fits(item.closest('section').dataset.screen, screen) && fits(item.dataset.language, language) && fits(item.dataset.look, look) && parts.every((part) => said.includes(part)));
      if (!item.hidden) count += 1;
    }
    for (const section of document.querySelectorAll('main section')) section.hidden = section.querySelector('li:not([hidden])') === null;
    document.getElementById('count').textContent = count === 1 ? '1 picture' : count + ' pictures';
    history.replaceState(null, '', '#' + new URLSearchParams(inputs.map((input) => [input.id, input.value])));
  }
  for (const input of inputs) input.addEventListener('input', filter);
  document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
  filter();
`;
