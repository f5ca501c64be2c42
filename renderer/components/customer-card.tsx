import type { CardPosition } from '../../preload/contract/procedure.ts';
import { useWindow } from './window-context.tsx';
import './customer-card.css';

const count = (length: number) => Array.from({ length }, (_, index) => index + 1);
const cell = { width: 30, height: 24, left: 30, top: 54 } as const;

/** A drawing of the customer card on which one cell is marked. It shows where to look, never a value. */
export function CustomerCard({ position, rows, columns }: { readonly position: CardPosition; readonly rows: number; readonly columns: number }) {
  const { text } = useWindow();
  const words = text.screens.oneTimePassword;
  const width = cell.left + columns * cell.width + 16;
  const height = cell.top + rows * cell.height + 16;
  const x = (column: number) => cell.left + (column - 1) * cell.width;
  const y = (row: number) => cell.top + (row - 1) * cell.height;
  return (
    <svg className="card-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.drawing(words.position(position.row, position.column))}>
      <rect className="card-body" x="1" y="1" width={width - 2} height={height - 2} rx="12" />
      <text className="card-title" x="16" y="25">
        {words.cardTitle}
      </text>
      <rect className="card-band" x={x(position.column)} y={cell.top} width={cell.width} height={rows * cell.height} />
      <rect className="card-band" x={cell.left} y={y(position.row)} width={columns * cell.width} height={cell.height} />
      {count(columns).map((column) => (
        <text key={column} className={column === position.column ? 'card-index card-index-here' : 'card-index'} x={x(column) + cell.width / 2} y={cell.top - 7}>
          {column}
        </text>
      ))}
      {count(rows).map((row) => (
        <g key={row}>
          <text className={row === position.row ? 'card-index card-index-here' : 'card-index'} x={cell.left / 2 + 3} y={y(row) + 17}>
            {row}
          </text>
          {count(columns).map((column) => (
            <rect key={column} className="card-cell" x={x(column)} y={y(row)} width={cell.width} height={cell.height} />
          ))}
        </g>
      ))}
      <rect className="card-mark" x={x(position.column)} y={y(position.row)} width={cell.width} height={cell.height} rx="3" />
    </svg>
  );
}
