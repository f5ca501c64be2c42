import { useWindow } from '../frame/window-context.tsx';

/** From any problem to the file that tells support of it; not in the dialog that shows that file. */
export function BundleButton() {
  const { api, bundle, places, text } = useWindow();
  // On the list of places, what is to be entered must stay in sight; the help leads there as well.
  if (bundle.open || places.open === null) return null;
  return (
    <button type="button" className="advice-bundle" onClick={() => void api.bundle.open()}>
      {text.bundle.name}
    </button>
  );
}
