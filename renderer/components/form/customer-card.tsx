import { contractorIdLength } from '../../../preload/contract/fields.ts';
import type { CardPosition } from '../../../preload/contract/procedure.ts';
import { useWindow } from '../frame/window-context.tsx';
import './customer-card.css';

const count = (length: number) => Array.from({ length }, (_, index) => index + 1);
/** Where things stand on the drawing, in its own units. */
const margin = 18;
const strip = { top: 62, width: 22, height: 20 } as const;
const grid = { top: 128, left: 32, width: 30, height: 20 } as const;

type Props =
  | { readonly sought: 'contractorId' }
  /** position: the cell that the bank names; null where the card has one password only. */
  | { readonly sought: 'oneTimePassword'; readonly position: CardPosition | null };

/** A drawing of the customer card on which the place that is sought is marked. It shows where to look, never a value. */
export function CustomerCard(props: Props) {
  const { bank, text } = useWindow();
  const position = props.sought === 'oneTimePassword' ? props.position : null;
  const rows = Math.max(bank.cardGrid?.rows ?? 0, position?.row ?? 0);
  const columns = Math.max(bank.cardGrid?.columns ?? 0, position?.column ?? 0);
  const width = Math.max(grid.left + columns * grid.width, margin + contractorIdLength * strip.width) + margin;
  const height = rows === 0 ? grid.top + strip.height : grid.top + rows * grid.height + margin;
  const place = position === null ? text.card[props.sought] : text.screens.oneTimePassword.position(position.row, position.column);
  return (
    <svg className="card-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text.card.drawing(place)}>
      <rect className="card-body" x="1" y="1" width={width - 2} height={height - 2} rx="12" />
      <text className="card-title" x={margin} y="26">
        {text.card.title}
      </text>
      <Boxes label={text.card.contractorId} length={contractorIdLength} top={strip.top} sought={props.sought === 'contractorId'} />
      {rows === 0 ? (
        <Boxes label={text.card.oneTimePassword} length={bank.oneTimePasswordLength} top={grid.top - 10} sought={props.sought === 'oneTimePassword'} />
      ) : (
        <Grid rows={rows} columns={columns} position={position} />
      )}
    </svg>
  );
}

/** A number of so many digits, each an empty box. */
function Boxes({ label, length, top, sought }: { readonly label: string; readonly length: number; readonly top: number; readonly sought: boolean }) {
  const width = length * strip.width;
  return (
    <g className={sought ? 'card-sought' : undefined}>
      <text className={sought ? 'card-label card-index-here' : 'card-label'} x={margin} y={top - 7}>
        {label}
      </text>
      {sought && <rect className="card-band" x={margin} y={top} width={width} height={strip.height} />}
      {count(length).map((digit) => (
        <rect key={digit} className="card-cell" x={margin + (digit - 1) * strip.width} y={top} width={strip.width} height={strip.height} />
      ))}
      {sought && <rect className="card-frame" x={margin} y={top} width={width} height={strip.height} rx="3" />}
      {sought && <Pointer top={top + strip.height / 2} />}
    </g>
  );
}

/** Points at a row from the card's edge: the mark is not one of colour alone. */
function Pointer({ top }: { readonly top: number }) {
  return <path className="card-pointer" d={`M 5 ${top - 5} L 13 ${top} L 5 ${top + 5} Z`} />;
}

/** The table of one-time passwords. */
function Grid({ rows, columns, position }: { readonly rows: number; readonly columns: number; readonly position: CardPosition | null }) {
  const { text } = useWindow();
  const x = (column: number) => grid.left + (column - 1) * grid.width;
  const y = (row: number) => grid.top + (row - 1) * grid.height;
  const indexClass = (here: boolean) => (here ? 'card-index card-index-here' : 'card-index');
  return (
    <g>
      <text className="card-label" x={margin} y={grid.top - 22}>
        {text.card.oneTimePassword}
      </text>
      {position !== null && (
        <>
          <rect className="card-band" x={x(position.column)} y={grid.top} width={grid.width} height={rows * grid.height} />
          <rect className="card-band" x={grid.left} y={y(position.row)} width={columns * grid.width} height={grid.height} />
        </>
      )}
      {count(columns).map((column) => (
        <text key={column} className={indexClass(column === position?.column)} x={x(column) + grid.width / 2} y={grid.top - 5}>
          {column}
        </text>
      ))}
      {count(rows).map((row) => (
        <g key={row}>
          <text className={indexClass(row === position?.row)} x={grid.left - 9} y={y(row) + 14}>
            {row}
          </text>
          {count(columns).map((column) => (
            <rect key={column} className="card-cell" x={x(column)} y={y(row)} width={grid.width} height={grid.height} />
          ))}
        </g>
      ))}
      {position !== null && <rect className="card-mark" x={x(position.column)} y={y(position.row)} width={grid.width} height={grid.height} rx="3" />}
      {position !== null && <Pointer top={y(position.row) + grid.height / 2} />}
    </g>
  );
}
