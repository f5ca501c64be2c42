import { type DragEvent, useState } from 'react';
import { useRequest } from '../../components/form/use-request.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { BankFileScreen } from './bank-file-screen.tsx';
import { PlacesScreen } from './places-screen.tsx';

/** More than any bank file has, in bytes: main says of what is too large that it is none. */
const mostHandedOver = 300 * 1024;

/** While no place is open: the list, or the bank file that is compared. A file can be dropped on either. */
export function PlacesView() {
  const { api, places } = useWindow();
  const request = useRequest();
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void request.send(async () => api.places.offerFile({ text: await file.slice(0, mostHandedOver).text() }));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way beside the button that opens a file; it takes no focus.
    <div className="places-drop" data-over={over || undefined} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}>
      {places.offered === null ? <PlacesScreen places={places} request={request} /> : <BankFileScreen offered={places.offered} request={request} />}
    </div>
  );
}
