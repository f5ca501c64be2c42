import { Fragment } from 'react';
import { internalTexts, languageOrder } from '../../text/internal-texts.ts';
import { Button } from '../form/button.tsx';
import './unavailable.css';

/** When nothing can be drawn: in every language, since which one was chosen is not known then. */
export function Unavailable() {
  return (
    <main className="unavailable">
      <div role="alert" className="unavailable-words">
        {languageOrder.map((language) => {
          const { title, why, next } = internalTexts[language];
          return (
            <section key={language} lang={language}>
              <h1>{title}</h1>
              <p>{why}</p>
              <p>{next}</p>
            </section>
          );
        })}
      </div>
      <Button kind="primary" onPress={() => window.location.reload()}>
        {languageOrder.map((language, index) => (
          <Fragment key={language}>
            {index === 0 ? '' : ' / '}
            <span lang={language}>{internalTexts[language].retry}</span>
          </Fragment>
        ))}
      </Button>
    </main>
  );
}
