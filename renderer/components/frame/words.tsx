import { Fragment, type ReactNode } from 'react';
import { useLanguage } from './window-context.tsx';

const kana = '\\u3005-\\u3007\\u3040-\\u30ff\\u4e00-\\u9fff\\uff10-\\uff5a';
/** A run of Japanese: it begins and ends with a Japanese character; letters, digits and brackets within belong to it. */
const japanese = new RegExp(`([${kana}](?:[${kana}A-Za-z0-9・、。「」（）〜～→]*[${kana}])?)`, 'u');

/**
 * A text in which the bank's own Japanese words are marked as Japanese, so that a screen reader speaks them with a
 * Japanese voice and the right glyphs are chosen (WCAG 3.1.2). In a Japanese window it is the text itself.
 */
export function Words({ children }: { readonly children: string }): ReactNode {
  const language = useLanguage();
  if (language === null || language === 'ja' || !japanese.test(children)) return children;
  let at = 0;
  return children.split(japanese).map((part, index) => {
    const key = at;
    at += part.length;
    if (index % 2 === 0) return <Fragment key={`${key} between`}>{part}</Fragment>;
    return (
      <span key={`${key} japanese`} lang="ja">
        {part}
      </span>
    );
  });
}

/** The same for what may be no text: anything else is left as it is. */
export function marked(content: ReactNode): ReactNode {
  return typeof content === 'string' ? <Words>{content}</Words> : content;
}
