import { type FormEvent, type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import type { OfferedBank } from '../../../preload/contract/places.ts';
import { Button } from '../../components/form/button.tsx';
import { ErrorLine } from '../../components/form/error-line.tsx';
import { StepButton } from '../../components/form/step-button.tsx';
import type { Request } from '../../components/form/use-request.ts';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import { formatDate } from '../../text/dates.ts';
import '../../components/certificate/certificate-facts.css';
import '../../components/form/entry-form.css';
import '../../components/form/field.css';
import './places.css';

type Props = { readonly offered: OfferedBank; readonly request: Request };

/** Before a bank's first file is taken: what it says, and its fingerprint, to be compared with the bank's paper. */
export function BankFileScreen({ offered, request }: Props) {
  const { api, text } = useWindow();
  const words = text.places.file;
  const entry = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const fingerprint = entry.current?.value.trim() ?? '';
    setEmpty(fingerprint === '');
    if (fingerprint === '') entry.current?.focus();
    else void request.send(() => api.places.confirmFile({ fingerprint }));
  };
  const actions = (
    <>
      <Button kind="primary" type="submit" icon="check" busy={request.pending}>
        {words.take}
      </Button>
      <StepButton request={request} kind="quiet" icon="back" label={words.dismiss} call={() => api.places.dismissFile()} />
    </>
  );
  return (
    <form className="entry-form" noValidate autoComplete="off" onSubmit={submit}>
      <ScreenFrame step="start" place={words.place} title={words.title} {...(request.problem === null ? { lead: words.lead } : {})} actions={actions}>
        <ProblemNotice problem={request.problem} brief />
        <OfferedFacts offered={offered} />
        <FingerprintEntry input={entry} empty={empty} />
        <p className="bank-file-call">
          <Words>{words.call}</Words>
        </p>
      </ScreenFrame>
    </form>
  );
}

function OfferedFacts({ offered }: Pick<Props, 'offered'>) {
  const { language, text } = useWindow();
  const words = text.places.file;
  return (
    <dl className="facts bank-file">
      <Fact name={words.bank}>
        <strong>
          <Words>{offered.name[language]}</Words>
        </strong>
      </Fact>
      <Fact name={words.host}>
        <strong translate="no">{offered.host}</strong>
      </Fact>
      <Fact name={words.signer}>
        <Words>{offered.signer[language]}</Words>
      </Fact>
      <Fact name={words.expires}>{formatDate(offered.expiresAt, language)}</Fact>
      <Fact name={words.fingerprint} className="bank-file-fingerprint">
        <span className="fingerprint" translate="no">
          {offered.fingerprint.split('-').map((group, index) => (
            // Two groups may be the same: their place is what tells them apart.
            // biome-ignore lint/suspicious/noArrayIndexKey: the groups never change places.
            <span key={index}>{group}</span>
          ))}
        </span>
      </Fact>
    </dl>
  );
}

function FingerprintEntry({ input, empty }: { readonly input: RefObject<HTMLInputElement | null>; readonly empty: boolean }) {
  const { text } = useWindow();
  const words = text.places.file;
  const entryId = useId();
  return (
    <div className="field bank-file-entry">
      <label htmlFor={entryId}>
        <Words>{words.entry}</Words>
      </label>
      <p className="field-hint" id={`${entryId}-note`}>
        <Words>{words.entryNote}</Words>
      </p>
      <input
        id={entryId}
        ref={input}
        type="text"
        inputMode="numeric"
        maxLength={80}
        spellCheck={false}
        aria-required
        aria-invalid={empty}
        aria-describedby={`${entryId}-note ${entryId}-error`}
      />
      <div id={`${entryId}-error`} role="status">
        <ErrorLine words={empty ? words.empty : ''} />
      </div>
    </div>
  );
}

function Fact({ name, className, children }: { readonly name: string; readonly className?: string; readonly children: ReactNode }) {
  return (
    <div className={className}>
      <dt>
        <Words>{name}</Words>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
