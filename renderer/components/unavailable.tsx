import { catalogues } from '../text/catalogues.ts';
import { Button } from './button.tsx';
import './unavailable.css';

/** When nothing can be drawn: in both languages, since which one was chosen is not known then. */
export function Unavailable() {
  return (
    <main className="unavailable" role="alert">
      {(['ja', 'en'] as const).map((language) => {
        const { title, why, next } = catalogues[language].problem.codes.internal;
        return (
          <section key={language} lang={language}>
            <h1>{title}</h1>
            <p>{why}</p>
            <p>{next}</p>
          </section>
        );
      })}
      <Button kind="primary" onPress={() => window.location.reload()}>
        {catalogues.ja.shell.retry} / {catalogues.en.shell.retry}
      </Button>
    </main>
  );
}
