import { lazy, type ReactNode, Suspense } from 'react';
import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import type { ReleaseRequest } from '../../preload/contract/release-request.ts';
import { Skeleton } from '../components/frame/skeleton.tsx';
import { fetchedAhead } from './fetched-ahead.ts';
import { StartScreen } from './start/start-screen.tsx';

const load = {
  releaseRequest: fetchedAhead(() => import('./release-request/release-request-screen.tsx').then((m) => ({ default: m.ReleaseRequestScreen }))),
  newPc: fetchedAhead(() => import('./new-pc/new-pc-screen.tsx').then((m) => ({ default: m.NewPcScreen }))),
  locked: fetchedAhead(() => import('./locked/locked-screen.tsx').then((m) => ({ default: m.LockedScreen }))),
  awaitingRelease: fetchedAhead(() => import('./awaiting-release/awaiting-release-screen.tsx').then((m) => ({ default: m.AwaitingReleaseScreen }))),
  logonMenu: fetchedAhead(() => import('./logon-menu/logon-menu-screen.tsx').then((m) => ({ default: m.LogonMenuScreen }))),
  activationMenu: fetchedAhead(() => import('./activation-menu/activation-menu-screen.tsx').then((m) => ({ default: m.ActivationMenuScreen }))),
  identification: fetchedAhead(() => import('./identification/identification-screen.tsx').then((m) => ({ default: m.IdentificationScreen }))),
  newPins: fetchedAhead(() => import('./new-pins/new-pins-screen.tsx').then((m) => ({ default: m.NewPinsScreen }))),
  oneTimePassword: fetchedAhead(() => import('./one-time-password/one-time-password-screen.tsx').then((m) => ({ default: m.OneTimePasswordScreen }))),
  certificateRequired: fetchedAhead(() =>
    import('./certificate-required/certificate-required-screen.tsx').then((m) => ({ default: m.CertificateRequiredScreen })),
  ),
  retrieval: fetchedAhead(() => import('./retrieval/retrieval-screen.tsx').then((m) => ({ default: m.RetrievalScreen }))),
  certificateReady: fetchedAhead(() => import('./certificate-ready/certificate-ready-screen.tsx').then((m) => ({ default: m.CertificateReadyScreen }))),
  renewal: fetchedAhead(() => import('./renewal/renewal-screen.tsx').then((m) => ({ default: m.RenewalScreen }))),
  loggedOn: fetchedAhead(() => import('./logged-on/logged-on-screen.tsx').then((m) => ({ default: m.LoggedOnScreen }))),
  journalUnavailable: fetchedAhead(() => import('./journal-unavailable/journal-unavailable-screen.tsx').then((m) => ({ default: m.JournalUnavailableScreen }))),
  resume: fetchedAhead(() => import('./resume/resume-screen.tsx').then((m) => ({ default: m.ResumeScreen }))),
} as const;

/** Fetches the later screens while the first one is read, so that none of them keeps anybody waiting. */
export async function prefetchScreens(): Promise<void> {
  await Promise.all(Object.values(load).map((each) => each()));
}

const ReleaseRequestScreen = lazy(load.releaseRequest);
const NewPcScreen = lazy(load.newPc);
const LockedScreen = lazy(load.locked);
const AwaitingReleaseScreen = lazy(load.awaitingRelease);
const LogonMenuScreen = lazy(load.logonMenu);
const ActivationMenuScreen = lazy(load.activationMenu);
const IdentificationScreen = lazy(load.identification);
const NewPinsScreen = lazy(load.newPins);
const OneTimePasswordScreen = lazy(load.oneTimePassword);
const CertificateRequiredScreen = lazy(load.certificateRequired);
const RetrievalScreen = lazy(load.retrieval);
const CertificateReadyScreen = lazy(load.certificateReady);
const RenewalScreen = lazy(load.renewal);
const LoggedOnScreen = lazy(load.loggedOn);
const JournalUnavailableScreen = lazy(load.journalUnavailable);
const ResumeScreen = lazy(load.resume);

/** Draws the screen of a snapshot. */
export function ScreenView({ snapshot, request }: { readonly snapshot: ProcedureSnapshot; readonly request: ReleaseRequest }) {
  return <Suspense fallback={<Skeleton />}>{draw(snapshot, request)}</Suspense>;
}

function draw({ state, interruptedAt, notice, offer }: ProcedureSnapshot, request: ReleaseRequest): ReactNode {
  if (request.open && request.form === 'reissue') return <ReleaseRequestScreen request={request} step={state.step} />;
  if (interruptedAt !== null) return <ResumeScreen state={state} interruptedAt={interruptedAt} />;
  if (request.open && (state.step === 'locked' || state.step === 'awaitingRelease')) return <ReleaseRequestScreen request={request} step={state.step} />;
  switch (state.step) {
    case 'journalUnavailable':
      return <JournalUnavailableScreen state={state} />;
    case 'start':
      return <StartScreen offer={offer} notice={notice} />;
    case 'newPc':
      return <NewPcScreen offer={offer} />;
    case 'locked':
      return <LockedScreen />;
    case 'awaitingRelease':
      return <AwaitingReleaseScreen state={state} />;
    case 'logonMenu':
      return <LogonMenuScreen />;
    case 'activationMenu':
      return <ActivationMenuScreen />;
    case 'identification':
      return <IdentificationScreen state={state} certificateHere={offer?.kind === 'activation'} />;
    case 'newPins':
      return <NewPinsScreen state={state} />;
    case 'oneTimePassword':
      return <OneTimePasswordScreen state={state} />;
    case 'certificateRequired':
      return <CertificateRequiredScreen state={state} />;
    case 'retrieval':
      return <RetrievalScreen state={state} />;
    case 'certificateReady':
      return <CertificateReadyScreen state={state} notice={notice} />;
    case 'loggedOn':
      return <LoggedOnScreen state={state} />;
    case 'renewal':
      return <RenewalScreen state={state} />;
    default:
      return state satisfies never;
  }
}
