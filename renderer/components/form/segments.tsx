import { useId } from 'react';
import './segments.css';

type Props<T extends string> = {
  readonly name: string;
  readonly options: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
  readonly value: T;
  /** Somebody else decided: shown, and not to be changed. */
  readonly fixed?: boolean;
  readonly onChoose: (value: T) => void;
};

/** A choice of a few, all of them in sight: native radio buttons, so that arrows and screen readers work. */
export function Segments<T extends string>({ name, options, value, fixed = false, onChoose }: Props<T>) {
  const group = useId();
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{name}</legend>
      {options.map((option) => (
        <label key={option.value} lang={option.lang}>
          <input
            type="radio"
            name={group}
            value={option.value}
            checked={option.value === value}
            disabled={fixed && option.value !== value}
            onChange={() => onChoose(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
