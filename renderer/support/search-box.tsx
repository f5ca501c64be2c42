import { useEffect, useId, useState } from 'react';
import type { PublishedBank } from '../../preload/contract/bank.ts';
import { useWindow } from '../components/frame/window-context.tsx';
import { Words } from '../components/frame/words.tsx';
import { languageOrder } from '../text/internal-texts.ts';
import { loadSide } from './load-side.ts';
import { type Found, type SearchIndex, search, searchIndex } from './search.ts';
import { type Side, titleOf } from './side.ts';

type Props = {
  readonly side: Side;
  readonly bank: PublishedBank;
  readonly query: string;
  readonly onQuery: (query: string) => void;
};

/** Over numbers, problems and words of the screens, in three languages. */
export function SearchBox({ side: { words }, query, onQuery }: Props) {
  const id = useId();
  return (
    <search className="search-box">
      <label htmlFor={`${id}-query`}>{words.search.label}</label>
      <input
        id={`${id}-query`}
        name="query"
        type="search"
        value={query}
        maxLength={100}
        placeholder={words.search.hint}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onQuery('');
        }}
      />
    </search>
  );
}

/** What was found, in the place of what is told of the screen. Each result leads to its screen. */
export function SearchResults({ side, bank, query, onChoose }: Omit<Props, 'onQuery'> & { readonly onChoose: (found: Found) => void }) {
  const { language } = useWindow();
  const { text, words } = side;
  const index = useIndex(bank);
  if (index === null) return null;
  const found = search(index, query);
  const titleIn = (one: Found) => (one.kind === 'screen' ? titleOf(one.shown, side) : text.problem.codes[one.problem].title);
  return (
    <section className="found" aria-label={words.search.label} lang={language}>
      <p role="status">{found.length === 0 ? words.search.nothing : words.search.count(found.length)}</p>
      <ul>
        {found.map((one) => (
          <li key={one.code}>
            <button type="button" onClick={() => onChoose(one)}>
              <span className="found-code" translate="no">
                {one.code}
              </span>
              <span className="found-kind">{words.search[one.kind]}</span>
              <span>
                <Words>{titleIn(one)}</Words>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Made when it is first wanted: it takes the texts of every language. */
function useIndex(bank: PublishedBank): SearchIndex | null {
  const [index, setIndex] = useState<SearchIndex | null>(null);
  useEffect(() => {
    let wanted = true;
    Promise.all(languageOrder.map((language) => loadSide(language, bank))).then(
      (sides) => wanted && setIndex(searchIndex(sides)),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [bank]);
  return index;
}
