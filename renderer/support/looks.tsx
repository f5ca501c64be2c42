import { LanguageChoice, TextSizeSegments, ThemeChoice } from '../components/frame/choices.tsx';
import { Icon } from '../components/frame/icon.tsx';
import { useWindow } from '../components/frame/window-context.tsx';

/** How support's own window looks, the customer's apart. */
export function Looks() {
  const { text } = useWindow();
  const words = text.shell;
  return (
    <div className="looks">
      <button type="button" className="appearance-button" popoverTarget="looks" aria-label={words.appearance}>
        <Icon name="globe" />
      </button>
      <div id="looks" popover="auto" className="appearance-panel">
        <div className="appearance-choice">
          <span aria-hidden="true">{words.language}</span>
          <LanguageChoice />
        </div>
        <div className="appearance-choice">
          <span aria-hidden="true">{words.theme}</span>
          <ThemeChoice />
        </div>
        <div className="appearance-choice">
          <span aria-hidden="true">{words.textSize}</span>
          <TextSizeSegments />
        </div>
      </div>
    </div>
  );
}
