import type { PracticePapers } from '../../preload/contract/practice.ts';
import { useWindow } from '../components/frame/window-context.tsx';
import { Words } from '../components/frame/words.tsx';

/** The demo company's customer card, as it is printed. */
export function PracticeCard({ card }: { readonly card: PracticePapers['customerCard'] }) {
  const words = useWindow().text.practice;
  const columns = card.oneTimePasswords[0] ?? [];
  return (
    <section className="practice-paper" aria-labelledby="practice-card">
      <h3 id="practice-card">
        <Words>{words.card}</Words>
      </h3>
      <dl>
        <dt>
          <Words>{words.contractorId}</Words>
        </dt>
        <dd className="practice-number">{card.contractorId}</dd>
      </dl>
      <table aria-label={words.cardGrid}>
        <thead>
          <tr>
            <td />
            {columns.map((_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column of the card is nothing but its place
              <th key={index} scope="col" aria-label={words.column(index + 1)}>
                {index + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {card.oneTimePasswords.map((row, rowIndex) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of the card is nothing but its place
            <tr key={rowIndex}>
              <th scope="row" aria-label={words.row(rowIndex + 1)}>
                {rowIndex + 1}
              </th>
              {row.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell of the card is nothing but its place
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The demo company's copy of its application form. */
export function PaperForm({ form }: { readonly form: PracticePapers['applicationForm'] }) {
  const words = useWindow().text.practice;
  return (
    <section className="practice-paper" aria-labelledby="practice-form">
      <h3 id="practice-form">
        <Words>{words.form}</Words>
      </h3>
      <dl>
        <dt>
          <Words>{words.organization}</Words>
        </dt>
        <dd>
          <Words>{form.organization}</Words>
        </dd>
        <dt>
          <Words>{words.representative}</Words>
        </dt>
        <dd>
          <Words>{form.representative}</Words>
        </dd>
        <dt>
          <Words>{words.registrationPin}</Words>
        </dt>
        <dd className="practice-number">{form.registrationPin}</dd>
      </dl>
    </section>
  );
}
