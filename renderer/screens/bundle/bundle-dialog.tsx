import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import type { BundlePreview } from '../../../preload/contract/bundle.ts';
import { Button } from '../../components/form/button.tsx';
import { StepButton } from '../../components/form/step-button.tsx';
import { Icon } from '../../components/frame/icon.tsx';
import { ModalLayer } from '../../components/frame/modal-layer.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import { BundleLines } from './bundle-lines.tsx';
import { type Bundle, useBundle } from './use-bundle.ts';
import './bundle-dialog.css';

/** What support is sent, shown whole before it is saved. */
export function BundleDialog() {
  const { api, text } = useWindow();
  const words = text.bundle;
  const bundle = useBundle();
  const { preview, request } = bundle;
  const close = () => void api.bundle.close();
  return (
    <ModalLayer className="dialog-frame bundle-frame" onClose={close}>
      <Dialog className="dialog bundle-dialog">
        <div className="bundle-head">
          <Heading slot="title">
            <Words>{words.name}</Words>
          </Heading>
          <p>
            <Words>{words.lead}</Words>
          </p>
          <ProblemNotice problem={request.problem} />
        </div>
        {preview === null ? <Gathering pending={request.pending} /> : <Gathered preview={preview} />}
        <div className="bundle-foot">
          <Status bundle={bundle} />
          <div className="dialog-actions">
            <Button onPress={close}>{text.common.close}</Button>
            {preview === null ? (
              <Button kind="primary" busy={request.pending} onPress={bundle.gather}>
                {words.again}
              </Button>
            ) : (
              <Button kind="primary" icon="paper" busy={request.pending} onPress={bundle.save}>
                {words.save}
              </Button>
            )}
          </div>
        </div>
      </Dialog>
    </ModalLayer>
  );
}

function Gathering({ pending }: { readonly pending: boolean }) {
  const { text } = useWindow();
  return (
    <div className="bundle-gathering" role="status">
      {pending && (
        <p>
          <span className="spinner" aria-hidden="true" /> <Words>{text.bundle.gathering}</Words>
        </p>
      )}
    </div>
  );
}

function Gathered({ preview }: { readonly preview: BundlePreview }) {
  const { bank, language, text } = useWindow();
  const words = text.bundle;
  return (
    <>
      <div className="bundle-facts">
        <dl>
          <div>
            <dt>
              <Words>{words.held}</Words>
            </dt>
            <dd>
              <Words>{words.heldText}</Words>
            </dd>
          </div>
          <div>
            <dt>
              <Words>{words.leftOut}</Words>
            </dt>
            <dd>
              <Words>{words.leftOutText}</Words>
            </dd>
          </div>
        </dl>
        <p className={preview.sealed ? 'bundle-seal' : 'bundle-seal bundle-open'}>
          <Icon name={preview.sealed ? 'lock' : 'warning'} />
          <span>
            <Words>{preview.sealed ? words.sealed(bank.name[language]) : words.notSealed}</Words>
          </span>
        </p>
      </div>
      <BundleLines preview={preview} />
    </>
  );
}

/** What became of it, and how large it is. */
function Status({ bundle: { preview, request, saved } }: { readonly bundle: Bundle }) {
  const { api, bundle, text } = useWindow();
  const words = text.releaseRequest;
  return (
    <div className="bundle-status">
      <div role="status">
        {saved !== null && (
          <p>
            <Words>{saved === 'done' ? words.saved(bundle.savedAs ?? '') : words.cancelled}</Words>
          </p>
        )}
        {saved === null && preview !== null && (
          <p className="muted">
            <Words>{text.bundle.size(Math.max(1, Math.round(preview.bytes / 1024)))}</Words>
          </p>
        )}
      </div>
      {saved === 'done' && <StepButton request={request} kind="quiet" label={words.showSaved} call={() => api.bundle.showSaved()} />}
    </div>
  );
}
