import { type CodeSymbol, groupsOf } from '../../preload/contract/full-code/symbols.ts';
import { useWindow } from '../components/frame/window-context.tsx';
import { Words } from '../components/frame/words.tsx';

/** The full code symbol by symbol, each with its place and what is said for it, a row a group, to follow with a finger. */
export function SpokenCode({ code }: { readonly code: string }) {
  const { text } = useWindow();
  const words = text.screenCode;
  return (
    <section className="spoken-code">
      <h3>
        <Words>{words.spoken}</Words>
      </h3>
      <p>
        <Words>{words.spokenLead}</Words>
      </p>
      <div className="spoken-groups">
        {groupsOf(code).map((symbols, index) => (
          <Group key={words.group(index + 1)} name={words.group(index + 1)} first={4 * index + 1} symbols={symbols} />
        ))}
      </div>
    </section>
  );
}

type GroupProps = { readonly name: string /** The place of its first symbol, from 1. */; readonly first: number; readonly symbols: readonly CodeSymbol[] };

function Group({ name, first, symbols }: GroupProps) {
  const { text } = useWindow();
  const placed = symbols.map((symbol, index) => ({ symbol, place: first + index }));
  return (
    <ol start={first} aria-label={name}>
      {placed.map(({ symbol, place }) => (
        <li key={place}>
          <span className="spoken-place" aria-hidden="true">
            {place}
          </span>
          <strong className="spoken-symbol" translate="no">
            {symbol}
          </strong>{' '}
          <span translate="no">
            <Words>{text.screenCode.aids[symbol]}</Words>
          </span>
        </li>
      ))}
    </ol>
  );
}
