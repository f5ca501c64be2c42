import type { HandOverEntry, HandOverPaper as Paper } from '../../../preload/contract/hand-over.ts';
import type { Language } from '../../../preload/contract/preferences.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import type { Catalogue } from '../../text/ja/catalogue.ts';
import { jaHandOver } from '../../text/ja/hand-over.ts';
import { handOverTime, stepDetail, stepText } from './step-text.ts';
import '../release-request/paper.css';
import './hand-over-paper.css';

type Texts = Catalogue['handOver']['paper'];
type Say = (texts: Texts) => string;

/** The hand-over record on as many pages as it needs: in Japanese, with the window's language below each line. */
export function HandOverPaper({ paper }: { readonly paper: Paper }) {
  const { bank, language } = useWindow();
  const { entries, lines } = paper;
  return (
    <article className="paper hand-over-paper" lang="ja" translate="no">
      {bank.practice && <p className="paper-mark">練習用</p>}
      <h1 className="paper-title">
        <Both say={(texts) => texts.title} />
      </h1>
      <p className="hand-over-bank">
        {bank.name.ja} {language !== 'ja' && <Own language={language}>{bank.name[language]}</Own>}
      </p>
      <Facts paper={paper} />
      {lines > entries.length && (
        <p>
          <Both say={(texts) => texts.earlier(lines - entries.length)} />
        </p>
      )}
      {lines === 0 ? (
        <p>
          <Both say={(texts) => texts.nothing} />
        </p>
      ) : (
        <Lines entries={entries} />
      )}
      <p className="hand-over-note">
        <Both say={(texts) => texts.note} />
      </p>
    </article>
  );
}

/** A line in Japanese, and below it in the window's language where that says something else. */
function Both({ say }: { readonly say: Say }) {
  const { language, text } = useWindow();
  const japanese = say(jaHandOver.paper);
  const own = say(text.handOver.paper);
  return (
    <>
      {japanese} {own !== japanese && <Own language={language}>{own}</Own>}
    </>
  );
}

function Own({ language, children }: { readonly language: Language; readonly children: string }) {
  return (
    <span className="hand-over-own" lang={language}>
      <Words>{children}</Words>
    </span>
  );
}

function Facts({ paper: { contract, place, madeAt, fault, lines, checkNumber } }: { readonly paper: Paper }) {
  const known =
    (value: string | null | undefined): Say =>
    (texts) =>
      value === null || value === undefined || value === '' ? texts.unknown : value;
  const rows: readonly (readonly [label: Say, value: Say])[] = [
    [(texts) => texts.contract, known(contract?.organization)],
    [(texts) => texts.contractorId, known(contract === null ? null : `*******${contract.lastFour}`)],
    [(texts) => texts.pc, known(place.pc)],
    [(texts) => texts.user, known(place.user)],
    [(texts) => texts.program, () => `Kaitsu ${place.version}`],
    [(texts) => texts.madeAt, () => handOverTime(madeAt)],
    [(texts) => texts.chain, (texts) => (fault === null ? texts.whole(lines) : texts.faults[fault.how](fault.line))],
    ...(fault === null ? [[(texts: Texts) => texts.checkNumber, known(checkNumber)] as const] : []),
  ];
  return (
    <table className="hand-over-facts">
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label(jaHandOver.paper)}>
            <th scope="row">
              <Both say={label} />
            </th>
            <td>
              <Both say={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lines({ entries }: { readonly entries: readonly HandOverEntry[] }) {
  return (
    <table className="hand-over-lines">
      <thead>
        <tr>
          {(['number', 'at', 'step', 'by'] as const).map((column) => (
            <th key={column} scope="col" className={`hand-over-${column}`}>
              <Both say={(texts) => texts[column]} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {/* Of a record that was changed, two lines can have one number. */}
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a printed list never changes
          <tr key={index}>
            <td className="hand-over-number">{entry.n}</td>
            <td>{handOverTime(entry.at)}</td>
            <td>
              <Both say={(texts) => `${stepText(entry.step, texts)}${entry.late ? texts.late : ''}`} />
              {stepDetail(entry) !== '' && <span className="hand-over-detail">{stepDetail(entry)}</span>}
            </td>
            <td>
              {entry.by.user === '' ? '—' : entry.by.user}
              <span className="hand-over-detail">
                {entry.by.pc} · Kaitsu {entry.by.version}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
