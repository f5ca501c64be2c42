import type { UpdatesState } from '../../preload/contract/updates.ts';
import { Segments } from '../components/form/segments.tsx';
import { StepButton } from '../components/form/step-button.tsx';
import { useRequest } from '../components/form/use-request.ts';
import { useWindow } from '../components/frame/window-context.tsx';
import { Words } from '../components/frame/words.tsx';
import type { Catalogue } from '../text/ja/catalogue.ts';

/** Whether updates are looked for, what was found, and the next thing to do about it. */
export function UpdateLine() {
  const { preferences, settings, text } = useWindow();
  const words = text.settings;
  const isPrescribed = settings.updates.source === 'policy';
  return (
    <div className="settings-update">
      {isPrescribed ? (
        <span>
          <Words>{words.channels[settings.updates.value]}</Words>
        </span>
      ) : (
        <Segments
          name={words.updates}
          options={[
            { value: 'on', label: words.lookFor },
            { value: 'off', label: words.channels.none },
          ]}
          value={preferences.updates.value ? 'on' : 'off'}
          onChoose={(value) => preferences.updates.choose(value === 'on')}
        />
      )}
      <UpdateState />
    </div>
  );
}

function UpdateState() {
  const { api, preferences, settings, text, updates: published } = useWindow();
  const words = text.settings;
  const request = useRequest();
  // Switched off here, it is off for the person at once, whatever the program was started with.
  const updates: UpdatesState = preferences.updates.value || settings.updates.source === 'policy' ? published : { kind: 'off', why: 'preference' };
  const said = saidOf(updates, text);
  const act = actOf(updates);
  return (
    <>
      <p role="status" className="settings-source">
        {said !== '' && <Words>{said}</Words>}
      </p>
      {act !== null && <StepButton request={request} kind="secondary" label={words.update[act]} call={() => api.updates[act]()} />}
      {request.problem !== null && (
        <p role="alert" className="settings-source">
          <Words>{text.problem.codes[request.problem.code].title}</Words>
        </p>
      )}
    </>
  );
}

function actOf({ kind }: UpdatesState): 'check' | 'download' | 'install' | null {
  switch (kind) {
    case 'idle':
    case 'current':
    case 'failed':
      return 'check';
    case 'offered':
      return 'download';
    case 'ready':
      return 'install';
    case 'off':
    case 'checking':
    case 'downloading':
      return null;
    default:
      return kind satisfies never;
  }
}

function saidOf(updates: UpdatesState, { settings: words }: Catalogue): string {
  switch (updates.kind) {
    case 'off':
      return words.updatesOff[updates.why];
    case 'idle':
      return '';
    case 'checking':
    case 'current':
      return words.updateStates[updates.kind];
    case 'offered':
    case 'ready':
      return words.updateOf[updates.kind](updates.version);
    case 'downloading':
      return words.downloading(updates.version, updates.percent);
    case 'failed':
      return words.updatesFailed[updates.why];
    default:
      return updates satisfies never;
  }
}
