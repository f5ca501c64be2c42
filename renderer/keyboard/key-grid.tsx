import { type KeyboardEvent, useRef, useState } from 'react';
import { keepFocus } from '../components/form/button.tsx';

/** One key: what stands on it, what it is called, what it does. */
export type Key = {
  readonly id: string;
  readonly face: string;
  readonly name: string;
  readonly pressed?: boolean;
  readonly wide?: boolean;
  readonly onPress: () => void;
};

type Place = { readonly row: number; readonly column: number };

/** Keys in rows: one stop for Tab, the arrows go from key to key (WAI-ARIA Authoring Practices, toolbar). */
export function KeyGrid({ name, rows }: { readonly name: string; readonly rows: readonly (readonly Key[])[] }) {
  const [here, setHere] = useState<Place>({ row: 0, column: 0 });
  const grid = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const to = placeAfter(event.key, here, rows);
    if (to === null) return;
    event.preventDefault();
    setHere(to);
    grid.current?.querySelector<HTMLElement>(`[data-place="${to.row}-${to.column}"]`)?.focus();
  };
  return (
    <div ref={grid} role="toolbar" className="keys" aria-label={name} onKeyDown={move}>
      {rows.map((keys, row) => (
        <div key={keys.map((key) => key.id).join('')} className="keys-row">
          {keys.map((key, column) => (
            <div key={key.id} className={key.wide === true ? 'keys-cell keys-cell-wide' : 'keys-cell'}>
              <button
                type="button"
                className="key"
                data-place={`${row}-${column}`}
                tabIndex={row === here.row && column === here.column ? 0 : -1}
                aria-label={key.name}
                aria-pressed={key.pressed}
                onMouseDown={keepFocus}
                onFocus={() => setHere({ row, column })}
                onClick={key.onPress}
              >
                {key.face}
              </button>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** @returns where an arrow, Home or End leads; null for any other key */
function placeAfter(key: string, { row, column }: Place, rows: readonly (readonly Key[])[]): Place | null {
  const last = (of: number) => (rows[of]?.length ?? 1) - 1;
  const upOrDown = (to: number): Place => ({ row: to, column: Math.min(column, last(to)) });
  switch (key) {
    case 'ArrowRight':
      return { row, column: column === last(row) ? 0 : column + 1 };
    case 'ArrowLeft':
      return { row, column: column === 0 ? last(row) : column - 1 };
    case 'ArrowDown':
      return upOrDown(Math.min(row + 1, rows.length - 1));
    case 'ArrowUp':
      return upOrDown(Math.max(row - 1, 0));
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: last(row) };
    default:
      return null;
  }
}
