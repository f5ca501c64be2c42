import { useMemo, useState } from 'react';
import type { BundlePreview } from '../../../preload/contract/bundle.ts';
import { Segments } from '../../components/form/segments.tsx';
import { Icon } from '../../components/frame/icon.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import type { Catalogue } from '../../text/ja/catalogue.ts';

/** What tells most comes first; the list of contents last. */
const order = ['events.jsonl', 'preflight.json', 'environment.json', 'log.jsonl', 'manifest.json'] as const;
type Name = (typeof order)[number];

/** Lines are drawn in blocks, of which the browser lays out those in sight alone. */
const linesInBlock = 100;

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/u, '').split('\n'));

/** Every line of the bundle, file by file, to be read whole or searched. */
export function BundleLines({ preview }: { readonly preview: BundlePreview }) {
  const { text } = useWindow();
  const words = text.bundle;
  const [shown, setShown] = useState<Name>('events.jsonl');
  const [sought, setSought] = useState('');
  const lines = useMemo(() => new Map(preview.parts.map((part) => [part.name, linesOf(part.text)])), [preview]);
  const all = lines.get(shown) ?? [];
  const wanted = sought.trim().toLowerCase();
  const found = wanted === '' ? all : all.filter((line) => line.toLowerCase().includes(wanted));
  const options = order.map((name) => ({ value: name, label: `${words.parts[name].name} ${lines.get(name)?.length ?? 0}` }));
  return (
    <section className="bundle-contents" aria-label={words.preview}>
      <div className="bundle-choice">
        <Segments name={words.preview} options={options} value={shown} onChoose={setShown} />
        <label className="bundle-search">
          <Icon name="search" />
          <span className="visually-hidden">{words.search}</span>
          <input type="search" placeholder={words.search} value={sought} maxLength={100} onChange={(event) => setSought(event.target.value)} />
        </label>
      </div>
      <p className="bundle-about">
        <Words>{words.parts[shown].about}</Words>{' '}
        <span role="status">{wanted === '' ? '' : found.length === 0 ? words.notFound : words.found(found.length)}</span>
      </p>
      <Blocks key={shown} lines={found} isEmpty={all.length === 0} words={words} name={words.parts[shown].name} />
    </section>
  );
}

type BlocksProps = { readonly lines: readonly string[]; readonly isEmpty: boolean; readonly words: Catalogue['bundle']; readonly name: string };

function Blocks({ lines, isEmpty, words, name }: BlocksProps) {
  const blocks = Array.from({ length: Math.ceil(lines.length / linesInBlock) }, (_, index) => index * linesInBlock);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard, too
    <section className="bundle-lines" tabIndex={0} aria-label={name} translate="no">
      {isEmpty && (
        <p translate="yes">
          <Words>{words.empty}</Words>
        </p>
      )}
      {blocks.map((first) => (
        <pre key={first} lang="ja">
          {lines.slice(first, first + linesInBlock).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand there twice
            <span key={index}>{`${line}\n`}</span>
          ))}
        </pre>
      ))}
    </section>
  );
}
