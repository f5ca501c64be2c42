import { type FormEvent, type RefObject, useId, useRef, useState } from 'react';
import { Button } from '../form/button.tsx';
import { useRequest } from '../form/use-request.ts';
import { Question } from '../frame/question.tsx';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import '../form/field.css';

/** Name and password for the company's proxy. The password is never in React: it goes from the field to main. */
export function ProxySignInDialog({ onClose }: { readonly onClose: () => void }) {
  const { api, text } = useWindow();
  const words = text.proxy;
  const request = useRequest();
  const [empty, setEmpty] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const entered = { name: name.current?.value.trim() ?? '', password: password.current?.value ?? '' };
    const missing = [name, password].find(({ current }) => (current?.value.trim() ?? '') === '');
    setEmpty(missing !== undefined);
    if (missing !== undefined) return missing.current?.focus();
    void request.send(async () => {
      const reply = await api.proxy.signIn(entered);
      if (!reply.ok) return reply;
      if (password.current !== null) password.current.value = '';
      onClose();
      return api.preflight.run();
    });
  };
  return (
    <Question title={words.title} explanation={words.explanation} onClose={onClose}>
      <form className="proxy-sign-in-form" noValidate onSubmit={submit}>
        <Entry label={words.name} type="text" input={name} invalid={empty} />
        <Entry label={words.password} type="password" input={password} invalid={empty} />
        <p role="status">{empty && <Words>{words.bothNeeded}</Words>}</p>
        <p role="alert">
          {request.problem !== null && <Words>{`${text.problem.codes[request.problem.code].title}${text.problem.codes[request.problem.code].next}`}</Words>}
        </p>
        <div className="dialog-actions">
          <Button onPress={onClose}>{words.close}</Button>
          <Button kind="primary" type="submit" busy={request.pending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Question>
  );
}

type EntryProps = { readonly label: string; readonly type: 'text' | 'password'; readonly input: RefObject<HTMLInputElement | null>; readonly invalid: boolean };

function Entry({ label, type, input, invalid }: EntryProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words>{label}</Words>
      </label>
      <input
        id={id}
        ref={input}
        type={type}
        maxLength={256}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        aria-required
        aria-invalid={invalid && input.current?.value.trim() === ''}
      />
    </div>
  );
}
