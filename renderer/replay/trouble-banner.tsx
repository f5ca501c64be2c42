import { Icon } from '../components/frame/icon.tsx';
import { Words } from '../components/frame/words.tsx';
import type { Trouble } from './use-opening.ts';
import type { FaultWords, ReplayWords } from './words.ts';

/** Why a file was not opened, and what to do. The frame is always there, so that it is read out. */
export function TroubleBanner({ trouble, words }: { readonly trouble: Trouble | null; readonly words: ReplayWords }) {
  return (
    <div role="alert" className="replay-trouble">
      {trouble !== null && <Told trouble={trouble} words={words} />}
    </div>
  );
}

function Told({ trouble, words }: { readonly trouble: Trouble; readonly words: ReplayWords }) {
  const { why, next } = faultWords(trouble, words);
  return (
    <div className="replay-trouble-words">
      <Icon name="warning" />
      <p>
        {trouble.kind === 'refused' && <strong>{words.notOpened(trouble.name)} </strong>}
        <Words>{why}</Words>
      </p>
      <p>
        <Words>{next}</Words>
      </p>
    </div>
  );
}

export function faultWords(trouble: Trouble, { broken, faults }: ReplayWords): FaultWords {
  if (trouble.kind === 'broken') return broken;
  const { fault } = trouble;
  switch (fault.kind) {
    case 'cutOff':
      return faults.cutOff(fault.missing.join(', '));
    case 'newer':
      return faults.newer;
    case 'wrongPart':
      return faults.wrongPart(fault.part);
    case 'changed':
      return faults.changed(fault.part, fault.lines.join(', '), fault.damaged - fault.lines.length);
    default:
      return faults[fault.kind];
  }
}
