import type { ReactNode } from 'react';
import type { RequestEntries, RequestLayout } from '../../../preload/contract/release-request.ts';
import { concernsUser } from '../../../preload/contract/request-rules.ts';
import { type LockedPin, lockedPins, lockReasons } from '../../../preload/contract/request-words.ts';
import { formatPaperDay } from '../../text/dates.ts';
import './paper.css';

type Props = {
  readonly layout: RequestLayout;
  readonly entries: RequestEntries;
  /** The title's level: 1 on the printed paper, 2 inside the screen. */
  readonly level: 1 | 2;
};

type Row = RequestLayout['fields'][number];

/** The bank's form, laid out by its profile: what is previewed and what is printed. */
export function Paper({ layout, entries, level }: Props) {
  const Title = level === 1 ? 'h1' : 'h2';
  return (
    <article className="paper" lang="ja" translate="no">
      {layout.mark !== null && <p className="paper-mark">{layout.mark}</p>}
      <Title className="paper-title">{layout.title}</Title>
      <p className="paper-addressee">{layout.addressee}</p>
      <p>{layout.preamble}</p>
      <p className="paper-below">記</p>
      <Fields layout={layout} entries={entries} />
      <ol className="paper-notes">
        {layout.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ol>
      {layout.bankBox !== null && <BankBox box={layout.bankBox} />}
    </article>
  );
}

function Fields({ layout, entries }: Omit<Props, 'level'>) {
  const seal = sealPlace(layout);
  return (
    <table className="paper-fields" aria-label={layout.title}>
      <colgroup>
        <col className="paper-label" />
        <col />
        <col className="paper-seal-column" />
      </colgroup>
      <tbody>
        {layout.fields.map((row, index) => (
          <tr key={row.name}>
            <th scope="row">{row.label}</th>
            <td colSpan={seal !== null && index >= seal.from && index < seal.from + seal.rows ? 1 : 2}>
              <Value row={row} layout={layout} entries={entries} />
            </td>
            {seal?.from === index && (
              <td className="paper-seal" rowSpan={seal.rows}>
                <span>{layout.sealBox}</span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The seal stands beside the company and its representative, where the bank's clerk looks for it. */
function sealPlace({ sealBox, fields }: RequestLayout): { readonly from: number; readonly rows: number } | null {
  if (sealBox === null) return null;
  const company = fields.findIndex((field) => field.name === 'company');
  const from = company === -1 ? 0 : company;
  return { from, rows: fields[from + 1]?.name === 'representative' ? 2 : 1 };
}

function Value({ row, layout, entries }: { readonly row: Row; readonly layout: RequestLayout; readonly entries: RequestEntries }): ReactNode {
  switch (row.name) {
    case 'date':
      return formatPaperDay(entries.date, layout.calendar);
    case 'branch':
    case 'company':
    case 'representative':
    case 'contractorId':
      return entries[row.name];
    case 'userName':
      return concernsUser(entries) ? entries.userName : '';
    case 'account':
      return (
        <>
          <Choice chosen={entries.accountKind === 'ordinary'}>{layout.accountLabels.ordinary}</Choice>
          <Choice chosen={entries.accountKind === 'current'}>{layout.accountLabels.current}</Choice>
          <span className="paper-number">{entries.accountNumber}</span>
        </>
      );
    case 'lockedPins':
      return lockedPins.map((pin: LockedPin) => (
        <Choice key={pin} chosen={entries.lockedPins.includes(pin)} wide>
          {layout.pinLabels[pin]}
        </Choice>
      ));
    case 'reason':
      return (
        <>
          {lockReasons.map((reason) => (
            <Choice key={reason} chosen={entries.reason === reason}>
              {layout.reasonLabels[reason]}
            </Choice>
          ))}
          {entries.reason === 'other' && entries.reasonText !== '' && <span className="paper-words">{entries.reasonText}</span>}
        </>
      );
    case 'contact':
      return (
        <>
          <span className="paper-line">
            {layout.contactLabels.name}：{entries.contactName}
          </span>
          <span className="paper-line">
            {layout.contactLabels.phone}：{entries.contactPhone}
          </span>
        </>
      );
    default:
      return row.name satisfies never;
  }
}

/** A box to tick, as text: it is still told apart when the paper is copied, read aloud or sent by fax. */
function Choice({ chosen, wide = false, children }: { readonly chosen: boolean; readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <span className={wide ? 'paper-choice paper-choice-wide' : 'paper-choice'}>
      {chosen ? '■' : '□'} {children}{' '}
    </span>
  );
}

function BankBox({ box }: { readonly box: { readonly title: string; readonly cells: readonly string[] } }) {
  return (
    <table className="paper-bank" aria-label={box.title}>
      <caption>{box.title}</caption>
      <thead>
        <tr>
          {box.cells.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {box.cells.map((cell) => (
            <td key={cell} />
          ))}
        </tr>
      </tbody>
    </table>
  );
}
