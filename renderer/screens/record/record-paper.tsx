import { Fragment } from 'react';
import type { Language } from '../../../preload/contract/preferences.ts';
import type { RecordPaper as Paper } from '../../../preload/contract/record.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { formatDate, formatTime } from '../../text/dates.ts';
import type { Catalogue } from '../../text/ja/catalogue.ts';
import { jaProblems } from '../../text/ja/problems.ts';
import { jaRecord, recordedBetween } from '../../text/ja/record.ts';
import '../release-request/paper.css';
import './record-paper.css';

/** RFC 5280 section 4.1.2.2: 20 octets. */
const longestSerial = 40;

type Texts = Catalogue['record']['paper'];
type Say = (texts: Texts, language: Language) => string;

type Props = {
  readonly paper: Paper;
  /** The title's level: 1 on the printed paper, 2 inside the screen. */
  readonly level: 1 | 2;
};

/** The record of the procedure on one page: in Japanese, with the window's language below each line. What is previewed and what is printed. */
export function RecordPaper({ paper, level }: Props) {
  const { bank, language } = useWindow();
  const Title = level === 1 ? 'h1' : 'h2';
  const Part = level === 1 ? 'h2' : 'h3';
  const part = (say: Say) => (
    <Part className="record-part">
      <Both say={say} />
    </Part>
  );
  return (
    <article className="paper record-paper" lang="ja" translate="no">
      {bank.practice && <p className="paper-mark">練習用</p>}
      <Title className="paper-title">
        <Both say={(texts) => texts.title} />
      </Title>
      <p className="record-bank">
        {bank.name.ja} {language !== 'ja' && <Own language={language}>{bank.name[language]}</Own>}
      </p>
      <Facts paper={paper} />
      {part((texts) => texts.doneTitle)}
      <Done paper={paper} />
      {paper.certificate !== null && (
        <>
          {part((texts) => texts.certificateTitle)}
          <Certificate certificate={paper.certificate} />
        </>
      )}
      {part((texts) => texts.refusalsTitle)}
      <Refusals refusals={paper.refusals} />
      <p className="record-note">
        <Both say={(texts) => texts.noSecret} />
      </p>
    </article>
  );
}

/** A line in Japanese, and below it in the window's language where that says something else. */
function Both({ say }: { readonly say: Say }) {
  const { language, text } = useWindow();
  const japanese = say(jaRecord.paper, 'ja');
  const own = say(text.record.paper, language);
  return (
    <>
      {japanese} {own !== japanese && <Own language={language}>{own}</Own>}
    </>
  );
}

function Own({ language, children }: { readonly language: Language; readonly children: string }) {
  return (
    <span className="record-own" lang={language}>
      <Words>{children}</Words>
    </span>
  );
}

type Fact = readonly [label: Say, value: Say];

function Rows({ className, rows }: { readonly className: string; readonly rows: readonly (readonly Fact[])[] }) {
  return (
    <table className={className}>
      <colgroup>
        <col className="record-label" />
        <col />
        {rows.some((facts) => facts.length > 1) && (
          <>
            <col className="record-label" />
            <col />
          </>
        )}
      </colgroup>
      <tbody>
        {rows.map((facts) => (
          <tr key={facts.map(([label]) => label(jaRecord.paper, 'ja')).join(' ')}>
            {facts.map(([label, value]) => (
              <Fragment key={label(jaRecord.paper, 'ja')}>
                <th scope="row">
                  <Both say={label} />
                </th>
                <td colSpan={facts.length === 1 ? 3 : 1}>
                  <Both say={value} />
                </td>
              </Fragment>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Facts({ paper: { contract, place, madeAt } }: { readonly paper: Paper }) {
  const known =
    (value: string | null | undefined): Say =>
    (texts) =>
      value === null || value === undefined || value === '' ? texts.unknown : value;
  const rows: readonly (readonly Fact[])[] = [
    [[(texts) => texts.contract, known(contract?.organization)]],
    [
      [(texts) => texts.contractorId, known(contract === null ? null : `*******${contract.lastFour}`)],
      [(texts) => texts.program, () => `Kaitsu ${place.version}`],
    ],
    [
      [(texts) => texts.pc, known(place.pc)],
      [(texts) => texts.user, known(place.user)],
    ],
    [[(texts) => texts.madeAt, () => when(madeAt)]],
  ];
  return <Rows className="record-facts" rows={rows} />;
}

function Certificate({ certificate: { serial, notAfter } }: { readonly certificate: NonNullable<Paper['certificate']> }) {
  return (
    <Rows
      className="record-rows"
      rows={[[[(texts) => texts.serial, () => inFours(serial.slice(0, longestSerial))]], [[(texts) => texts.notAfter, () => when(notAfter)]]]}
    />
  );
}

function Done({ paper: { done, users } }: { readonly paper: Paper }) {
  if (done.shown.length === 0 && users === null) return <Line say={(texts) => texts.nothingDone} />;
  return (
    <>
      <table className="record-rows">
        <tbody>
          {done.shown.map((step) => (
            <tr key={`${step.what} ${step.at}`}>
              <th scope="row">
                <Both say={(texts) => texts.steps[step.what]} />
              </th>
              <td>{when(step.at)}</td>
            </tr>
          ))}
          {users !== null && <Users users={users} />}
        </tbody>
      </table>
      {done.more > 0 && <Line say={(texts) => texts.linesMore(done.more)} />}
    </>
  );
}

function Users({ users }: { readonly users: NonNullable<Paper['users']> }) {
  const { named, more, unnamed, firstAt, lastAt } = users;
  return (
    <>
      <tr>
        <th scope="row">
          <Both say={(texts) => texts.users} />
        </th>
        <td>{firstAt === lastAt ? when(firstAt) : recordedBetween(when(firstAt), when(lastAt))}</td>
      </tr>
      <tr>
        <td className="record-users" colSpan={2}>
          {named.join('、')} {more > 0 && <Both say={(texts) => texts.usersMore(more)} />}{' '}
          {unnamed > 0 && <Both say={(texts) => texts.usersUnnamed(unnamed)} />}
        </td>
      </tr>
    </>
  );
}

function Refusals({ refusals: { shown, more } }: { readonly refusals: Paper['refusals'] }) {
  const { language, text } = useWindow();
  if (shown.length === 0 && more === 0) return <Line say={(texts) => texts.noRefusals} />;
  return (
    <>
      <table className="record-refusals">
        <thead>
          <tr>
            {(['screenCode', 'message', 'times', 'lastAt'] as const).map((column) => (
              <th key={column} scope="col" className={`record-${column}`}>
                <Both say={(texts) => texts[column]} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ screenCode, code, times, lastAt }) => (
            <tr key={screenCode}>
              <td>{screenCode}</td>
              <td>
                {jaProblems[code].title} {language !== 'ja' && <Own language={language}>{text.problem.codes[code].title}</Own>}
              </td>
              <td>{times}</td>
              <td>{when(lastAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <Line say={(texts) => texts.refusalsMore(more)} />}
    </>
  );
}

function Line({ say }: { readonly say: Say }) {
  return (
    <p className="record-line">
      <Both say={say} />
    </p>
  );
}

/** Days and times stand in one form, in whatever language: the lines of the table stay single. */
function when(instant: string): string {
  return `${formatDate(instant, 'ja')} ${formatTime(instant, 'ja')}`;
}

/** Groups that can be read out, and where a long number may break. */
function inFours(serial: string): string {
  return serial.replace(/(.{4})(?=.)/gu, '$1 ');
}
