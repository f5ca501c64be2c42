import { useState } from 'react';
import type { PreflightResult } from '../../../preload/contract/preflight.ts';
import { isUnproven, levelOf, type PreflightLevel } from '../../../preload/contract/preflight-findings.ts';
import { formatTime } from '../../text/dates.ts';
import { Button } from '../form/button.tsx';
import { useRequest } from '../form/use-request.ts';
import { Icon, type IconName } from '../frame/icon.tsx';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import { ProxySignInButton } from './proxy-sign-in.tsx';
import './preflight-line.css';

const classes: Readonly<Record<PreflightLevel, string>> = { good: 'preflight-good', advice: 'preflight-advice', bad: 'preflight-todo' };
const icons: Readonly<Record<PreflightLevel, IconName>> = { good: 'check', advice: 'info', bad: 'warning' };

/** Whether this PC is ready: one quiet line when it is, what to see to first when it is not. Only a bank that could not be proven stands in the way. */
export function PreflightLine() {
  const { preflight, text } = useWindow();
  const [open, setOpen] = useState(false);
  const words = text.preflight;
  if (preflight.phase === 'idle') return null;
  const running = preflight.phase === 'running';
  const bad = preflight.results.filter((result) => levelOf(result.finding) === 'bad');
  const advice = preflight.results.filter((result) => levelOf(result.finding) === 'advice').length;
  const quiet = running ? words.running : advice === 0 ? words.ready : words.readyWithAdvice(advice);
  return (
    <section className={!running && bad.length > 0 ? 'preflight preflight-bad' : 'preflight'} aria-label={words.title}>
      <div role="status" className="preflight-line">
        {running ? <span className="spinner" aria-hidden="true" /> : <Mark name={bad.length > 0 ? 'warning' : 'check'} />}
        <p>
          {!running && bad.length > 0 ? (
            <strong className="preflight-mark">
              <Words>{words.notReady(bad.length)}</Words>
            </strong>
          ) : (
            quiet
          )}
        </p>
      </div>
      <Button kind="quiet" expanded={open} controls="preflight-details" onPress={() => setOpen(!open)}>
        {open ? words.hideDetails : words.details}
      </Button>
      {!running && bad.length > 0 && <FirstThings bad={bad} />}
      <div id="preflight-details" hidden={!open}>
        {open && <Results results={preflight.results} />}
        {open && (running || bad.length === 0) && <CheckAgain />}
      </div>
    </section>
  );
}

function Mark({ name }: { readonly name: IconName }) {
  return (
    <span className="preflight-mark">
      <Icon name={name} />
    </span>
  );
}

function FirstThings({ bad }: { readonly bad: readonly PreflightResult[] }) {
  const { text } = useWindow();
  if (isUnproven(bad))
    return (
      <div className="preflight-first">
        <Results results={bad} />
      </div>
    );
  return (
    <div className="preflight-first">
      <Results results={bad} />
      <p>
        <Words>{text.preflight.notReadyWhy}</Words>
      </p>
    </div>
  );
}

/** Another look. kind: primary where nothing else leads on. */
export function CheckAgain({ kind = 'secondary' }: { readonly kind?: 'primary' | 'secondary' }) {
  const { api, preflight, language, text } = useWindow();
  const request = useRequest();
  return (
    <div className="preflight-again">
      <Button kind={kind} busy={request.pending || preflight.phase === 'running'} onPress={() => void request.send(() => api.preflight.run())}>
        <Words>{text.preflight.again}</Words>
      </Button>
      {preflight.checkedAt !== null && (
        <span className="muted">
          <Words>{text.preflight.checkedAt(formatTime(preflight.checkedAt, language))}</Words>
        </span>
      )}
    </div>
  );
}

function Results({ results }: { readonly results: readonly PreflightResult[] }) {
  return (
    <ul className="preflight-results">
      {results.map((result) => (
        <Result key={result.check} result={result} />
      ))}
    </ul>
  );
}

function Result({ result: { check, finding, amount, detail } }: { readonly result: PreflightResult }) {
  const { text } = useWindow();
  const words = text.preflight;
  const level = levelOf(finding);
  if (finding === null || level === null)
    return (
      <li>
        <span className="spinner" aria-hidden="true" />
        <p>
          <strong>
            <Words>{words.checks[check]}</Words>
          </strong>{' '}
          {words.underWay}
        </p>
      </li>
    );
  const { found, remedy } = words.findings[finding];
  return (
    <li className={classes[level]}>
      <Mark name={icons[level]} />
      <div>
        <p>
          <strong>
            <Words>{words.checks[check]}</Words>
          </strong>{' '}
          <span className="preflight-level">
            <Words>{words.levels[level]}</Words>
          </span>
        </p>
        <p>{found(amount ?? 0)}</p>
        {remedy !== null && <p className="preflight-remedy">{remedy}</p>}
        {detail !== undefined && (
          <p className="problem-remark">
            {text.problem.checkFound}: <span translate="no">{detail}</span>
          </p>
        )}
        <ProxySignInButton code={finding} />
      </div>
    </li>
  );
}
