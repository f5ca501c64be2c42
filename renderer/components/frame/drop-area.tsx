import { type DragEvent, type ReactNode, useState } from 'react';

type Props = { readonly className: string; readonly onDrop: (file: File) => void; readonly children: ReactNode };

/** A file can be dropped anywhere in it: a second way beside the button that opens one. Over it, it is marked by data-over. */
export function DropArea({ className, onDrop, children }: Props) {
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onDrop(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it takes no focus, and the button does the same
    <div className={className} data-over={over || undefined} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}>
      {children}
    </div>
  );
}
