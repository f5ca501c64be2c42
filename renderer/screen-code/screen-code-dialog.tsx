import { useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Button } from '../components/form/button.tsx';
import { copyWords } from '../components/form/copy-words.ts';
import { ModalLayer } from '../components/frame/modal-layer.tsx';
import { useWindow } from '../components/frame/window-context.tsx';
import { Words } from '../components/frame/words.tsx';
import { QrCode } from './qr-code.tsx';
import { SpokenCode } from './spoken-code.tsx';
import './screen-code.css';

/** short: e.g. "2-3-101"; full: e.g. "7K3M-9A2D-0FQW-TX5E", null where it cannot be told. */
export type ShownCodes = { readonly short: string; readonly full: string | null };

type Props = { readonly codes: ShownCodes; readonly onClose: () => void };

/** What a customer reads to support, large: the screen code, and the full code to read aloud, to copy and to scan. */
export function ScreenCodeDialog({ codes: { short, full }, onClose }: Props) {
  const { text } = useWindow();
  const words = text.screenCode;
  const [said, setSaid] = useState('');
  const copy = (code: string) => setSaid(copyWords(code) ? words.copied(code) : words.notCopied);
  return (
    <ModalLayer className="dialog-frame screen-code-frame" onClose={onClose}>
      <Dialog className="dialog screen-code-dialog">
        <Heading slot="title">
          <Words>{words.title}</Words>
        </Heading>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard, too */}
        <section className="screen-code-content" tabIndex={0} aria-label={words.title}>
          <p>
            <Words>{full === null ? words.leadShort : words.lead}</Words>
          </p>
          <div className="screen-code-codes">
            <Code name={text.shell.screenCode} code={short} copyLabel={text.stop.copyCode} onCopy={copy} />
            {full !== null && <Code name={words.full} code={full} copyLabel={words.copyFull} onCopy={copy} />}
            {full !== null && <QrCode code={full} name={words.qr} />}
          </div>
          {full !== null && <SpokenCode code={full} />}
          <p className="muted">
            <Words>{words.promise}</Words>
          </p>
        </section>
        <div className="dialog-actions">
          <p role="status">{said !== '' && <Words>{said}</Words>}</p>
          <Button onPress={onClose}>{text.common.close}</Button>
        </div>
      </Dialog>
    </ModalLayer>
  );
}

type CodeProps = { readonly name: string; readonly code: string; readonly copyLabel: string; readonly onCopy: (code: string) => void };

function Code({ name, code, copyLabel, onCopy }: CodeProps) {
  return (
    <div className="screen-code">
      <h3>
        <Words>{name}</Words>
      </h3>
      <strong className="screen-code-large" translate="no">
        {code}
      </strong>
      <Button onPress={() => onCopy(code)}>{copyLabel}</Button>
    </div>
  );
}
