import { Fragment, type ReactNode } from 'react';
import { useLanguage } from './window-context.tsx';
import './words.css';

const kana = '\\u3005-\\u3007\\u3040-\\u30ff\\u4e00-\\u9fff\\uff10-\\uff5a';
/** A run of Japanese: it begins and ends with a Japanese character; letters, digits and brackets within belong to it. */
const japanese = new RegExp(`([${kana}](?:[${kana}A-Za-z0-9・、。「」（）〜～→]*[${kana}])?)`, 'u');
/** The bank's own label, in brackets behind its translation. */
const original = new RegExp(`^(.*\\S) (\\([${kana}A-Za-z0-9・、「」（）〜～→/]+\\))$`, 'u');
/** What belongs together and would be taken apart: by Chromium's phrases (word-break: auto-phrase), or at the hyphens of a number. */
const together = /(もう一度|この画面|次の画面|前の画面|お確かめ|[0-9]{2,4}-[0-9]{2,4}-[0-9]{3,4})/u;

/**
 * A text in which the bank's own Japanese words are marked as Japanese, so that a screen reader speaks them with a
 * Japanese voice and the right glyphs are chosen (WCAG 3.1.2). A label's original stands smaller behind its
 * translation. In a Japanese window it is the text itself, with what belongs together on one line.
 */
export function Words({ children }: { readonly children: string }): ReactNode {
  const language = useLanguage();
  if (language === null) return children;
  if (language === 'ja') return kept(children);
  const [, translation, label] = original.exec(children) ?? [];
  if (translation === undefined || label === undefined) return inJapanese(children);
  return (
    <>
      {inJapanese(translation)} <span className="words-original">{inJapanese(label)}</span>
    </>
  );
}

/** The parts of a text, every other one in an element of its own. between: what is made of the rest. */
function parts(text: string, by: RegExp, mark: (part: string, key: string) => ReactNode, between: (part: string) => ReactNode): ReactNode {
  if (!by.test(text)) return between(text);
  let at = 0;
  return text.split(by).map((part, index) => {
    const key = at;
    at += part.length;
    return index % 2 === 0 ? <Fragment key={`${key} between`}>{between(part)}</Fragment> : mark(part, `${key} marked`);
  });
}

function inJapanese(text: string): ReactNode {
  const mark = (part: string, key: string) => (
    <span key={key} lang="ja">
      {part}
    </span>
  );
  return parts(text, japanese, mark, kept);
}

function kept(text: string): ReactNode {
  const mark = (part: string, key: string) => (
    <span key={key} className="words-together">
      {part}
    </span>
  );
  return parts(text, together, mark, (part) => part);
}

/** The same for what may be no text: anything else is left as it is. */
export function marked(content: ReactNode): ReactNode {
  return typeof content === 'string' ? <Words>{content}</Words> : content;
}
