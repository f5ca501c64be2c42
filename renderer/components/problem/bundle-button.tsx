import { useWindow } from '../frame/window-context.tsx';

/** From any problem to the file that tells support of it; not in the dialog that shows that file. */
export function BundleButton() {
  const { api, bundle, text } = useWindow();
  if (bundle.open) return null;
  return (
    <button type="button" className="advice-bundle" onClick={() => void api.bundle.open()}>
      {text.bundle.make}
    </button>
  );
}
