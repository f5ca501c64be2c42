import { lazy, Suspense, useState } from 'react';
import type { PreflightFinding } from '../../../preload/contract/preflight-findings.ts';
import type { ProblemCode } from '../../../preload/contract/problem-numbers.ts';
import { Button } from '../form/button.tsx';
import { useWindow } from '../frame/window-context.tsx';
import './proxy-sign-in.css';

const ProxySignInDialog = lazy(() => import('./proxy-sign-in-dialog.tsx').then((module) => ({ default: module.ProxySignInDialog })));

/** Wherever it stands that the company's proxy asks for a name and password: the way to enter them. */
export function ProxySignInButton({ code }: { readonly code: ProblemCode | PreflightFinding }) {
  const { text } = useWindow();
  const [open, setOpen] = useState(false);
  if (code !== 'proxy-credentials-wanted' && code !== 'proxy-credentials-refused') return null;
  return (
    <div className="proxy-sign-in">
      <Button onPress={() => setOpen(true)}>{text.proxy.open}</Button>
      {open && (
        <Suspense fallback={null}>
          <ProxySignInDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
