import type { ReactNode } from 'react';
import { Icon, type IconName } from '../frame/icon.tsx';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import './hint.css';

type Props = { readonly icon?: IconName; readonly practice?: boolean; readonly children: ReactNode };

/** Something worth knowing beside the main thing. practice: it holds only with the practice bank, and says so. */
export function Hint({ icon = 'info', practice = false, children }: Props) {
  const { text } = useWindow();
  return (
    <div className={practice ? 'hint hint-practice' : 'hint'}>
      {practice ? (
        <span className="practice-mark">
          <Words>{text.shell.practice}</Words>
        </span>
      ) : (
        <Icon name={icon} />
      )}
      <div>{children}</div>
    </div>
  );
}
