import { useWindow } from '../components/frame/window-context.tsx';
import { Words } from '../components/frame/words.tsx';
import { ruleOf } from './facts.ts';
import { HelpPicture } from './help-picture.tsx';
import { manualPages } from './pages.ts';
import type { ManualProse, ManualScreen } from './prose.ts';

type Prose = { readonly prose: ManualProse };

/** A screen: what one does there in numbered steps, what happens then, and what its fields want. */
export function HelpScreen({ prose, name }: Prose & { readonly name: ManualScreen }) {
  const { text } = useWindow();
  const { code, title, chapter } = manualPages[name];
  const { does, after, note } = prose.screens[name];
  return (
    <>
      <p className="help-chapter">
        <Words>{prose.chapters[chapter].title}</Words>
      </p>
      <h2 id="help-title">
        <span className="help-code">{code}</span> <Words>{title(text)}</Words>
      </h2>
      <h3>
        <Words>{prose.words.does}</Words>
      </h3>
      <ol className="help-steps">
        {does.map((step) => (
          <li key={step}>
            <Words>{step}</Words>
          </li>
        ))}
      </ol>
      <HelpPicture key={name} prose={prose} name={name} />
      {name === 'certificateRequired' && (
        <p className="help-message">
          <Words>{text.screens.certificateRequired.message}</Words>
        </p>
      )}
      <h3>
        <Words>{prose.words.after}</Words>
      </h3>
      <p>
        <Words>{after}</Words>
      </p>
      {note !== undefined && (
        <p className="help-note">
          <Words>{note}</Words>
        </p>
      )}
      <HelpFields prose={prose} name={name} />
    </>
  );
}

/** ① to ⑥ are the bank's own numbers, on the screen of the new PINs alone. */
function HelpFields({ prose, name }: Prose & { readonly name: ManualScreen }) {
  const { bank, text } = useWindow();
  const { fields = [] } = manualPages[name];
  if (fields.length === 0) return null;
  const numbered = name === 'newPins';
  return (
    <>
      <h3>
        <Words>{prose.words.fields}</Words>
      </h3>
      <dl className="help-fields">
        {fields.map((field, index) => {
          const registered = numbered && field === 'registrationPin';
          const label = registered ? text.registeredPin.label : text.fields[field].label;
          return (
            <div key={field}>
              <dt>
                <Words>{numbered ? `${String.fromCodePoint(0x2460 + index)} ${label}` : label}</Words>
              </dt>
              <dd>
                <Words>{registered ? text.registeredPin.explanation : ruleOf({ text, bank }, field)}</Words>
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

/** The whole way at a glance, and what it needs. */
export function HelpOverview({ prose }: Prose) {
  const { title, lead } = prose.chapters.overview;
  return (
    <>
      <h2 id="help-title">
        <Words>{title}</Words>
      </h2>
      <p>
        <Words>{lead}</Words>
      </p>
      <ol className="help-steps">
        {prose.way.map(({ what, who, where, time }) => (
          <li key={what}>
            <strong>
              <Words>{what}</Words>
            </strong>
            <span className="help-way">
              <Words>{[who, where, time].filter((word) => word !== '—').join(' · ')}</Words>
            </span>
          </li>
        ))}
      </ol>
      {prose.readyNotes.map((note) => (
        <p key={note} className="help-note">
          <Words>{note}</Words>
        </p>
      ))}
    </>
  );
}
