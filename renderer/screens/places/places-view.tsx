import { useRequest } from '../../components/form/use-request.ts';
import { DropArea } from '../../components/frame/drop-area.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { BankFileScreen } from './bank-file-screen.tsx';
import { PlacesScreen } from './places-screen.tsx';

/** More than any bank file has, in bytes: main says of what is too large that it is none. */
const mostHandedOver = 300 * 1024;

/** While no place is open: the list, or the bank file that is compared. A file can be dropped on either. */
export function PlacesView() {
  const { api, places } = useWindow();
  const request = useRequest();
  const offer = (file: File) => request.send(async () => api.places.offerFile({ text: await file.slice(0, mostHandedOver).text() }));
  return (
    <DropArea className="places-drop" onDrop={(file) => void offer(file)}>
      {places.offered === null ? <PlacesScreen places={places} request={request} /> : <BankFileScreen offered={places.offered} request={request} />}
    </DropArea>
  );
}
