import { useEffect, useState } from 'react';
import type { PinRule } from '../../../preload/contract/fields.ts';
import type { FieldName } from '../../../preload/contract/problem.ts';
import { Icon } from '../frame/icon.tsx';
import { useWindow } from '../frame/window-context.tsx';
import './pin-rules.css';

type Met = { readonly length: boolean; readonly mixed: boolean; readonly halfWidth: boolean };

function measure(text: string, rule: PinRule): Met {
  const allowed = [...text].every((c) => /[A-Za-z0-9]/u.test(c) || rule.symbols.includes(c));
  return {
    length: text.length >= rule.minLength && text.length <= rule.maxLength,
    mixed: /[A-Za-z]/u.test(text) && /[0-9]/u.test(text),
    halfWidth: text !== '' && allowed,
  };
}

const nothingMet: Met = { length: false, mixed: false, halfWidth: false };

/** The rules for a new PIN, ticked as it is typed. It keeps which rules are met, never what was typed. */
export function PinRules({ name }: { readonly name: FieldName }) {
  const { text, bank } = useWindow();
  const [met, setMet] = useState<Met>(nothingMet);
  useEffect(() => {
    const watch = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.id === `field-${name}`) setMet(measure(event.target.value, bank.pinRule));
    };
    document.addEventListener('input', watch);
    return () => document.removeEventListener('input', watch);
  }, [name, bank.pinRule]);
  const { minLength, maxLength, symbols } = bank.pinRule;
  const rules = [
    { key: 'length', words: text.input.ruleLength(minLength, maxLength), met: met.length },
    { key: 'mixed', words: text.input.ruleMixed, met: met.mixed },
    { key: 'halfWidth', words: text.input.ruleHalfWidth(symbols), met: met.halfWidth },
  ];
  return (
    <ul className="pin-rules" aria-label={text.input.rules}>
      {rules.map((rule) => (
        <li key={rule.key} className={rule.met ? 'pin-rule pin-rule-met' : 'pin-rule'}>
          <span className="pin-rule-mark">{rule.met && <Icon name="check" />}</span>
          {rule.words}
          <span className="visually-hidden">{rule.met ? text.input.ruleMet : text.input.ruleUnmet}</span>
        </li>
      ))}
    </ul>
  );
}
