import type { Place, PlaceBank, Places } from '../../../preload/contract/places.ts';
import type { Accepted } from '../../../preload/contract/procedure.ts';
import { BigChoice } from '../../components/form/big-choice.tsx';
import { StepButton } from '../../components/form/step-button.tsx';
import type { Request } from '../../components/form/use-request.ts';
import { Icon } from '../../components/frame/icon.tsx';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import { formatDate } from '../../text/dates.ts';
import './places.css';

type Props = { readonly places: Places; readonly request: Request };

/** The contracts of this PC, bank by bank; where there is none, how to come to one. */
export function PlacesScreen({ places, request }: Props) {
  const { api, support, text } = useWindow();
  const words = text.places;
  const isFirst = places.banks.length === 0;
  const heading = isFirst
    ? { title: places.problem === null ? words.firstTitle : words.stoppedTitle, lead: words.firstLead }
    : { title: words.title, lead: words.lead };
  // Where it stands at the bank that it concerns, once is enough.
  const above = places.banks.some(({ problem }) => problem?.code === places.problem?.code) ? null : places.problem;
  const lead = places.prescribedBy === null ? heading.lead : words.prescribed(places.prescribedBy);
  return (
    <ScreenFrame step="start" place={words.place} title={heading.title} lead={lead}>
      <ProblemNotice problem={above} reply={request.problem} />
      <p role="status" className="places-told">
        {places.told !== null && (
          <>
            <Icon name="check" />
            <Words>{words.told[places.told]}</Words>
          </>
        )}
      </p>
      {places.banks.map((bank) => (
        <Bank key={bank.id} bank={bank} request={request} />
      ))}
      <Others places={places} request={request} isFirst={isFirst} />
      {support.offered && <StepButton request={request} kind="quiet" label={words.support} call={() => api.support.open()} />}
    </ScreenFrame>
  );
}

function Bank({ bank, request }: { readonly bank: PlaceBank; readonly request: Request }) {
  const { api, language, text } = useWindow();
  const words = text.places;
  const add = (): Promise<Accepted> => api.places.addContract({ bankId: bank.id });
  const headingId = `bank-${bank.id}`;
  return (
    <section className="places-bank" aria-labelledby={headingId}>
      <div className="places-bank-head">
        <h2 id={headingId}>
          <Words>{bank.name[language]}</Words>
        </h2>
        <span translate="no">{bank.host}</span>
      </div>
      <ProblemNotice problem={bank.problem} brief />
      {bank.waits && (
        <p className="places-waits">
          <Words>{words.waits}</Words>
        </p>
      )}
      <ul className="big-choices">
        {bank.contracts.map((place, index) => (
          <Contract key={place.id} place={place} number={index + 1} request={request} />
        ))}
        {bank.contracts.length === 0 && bank.problem === null && (
          <BigChoice request={request} icon="bank" label={words.start} lines={[words.startNote]} call={add} />
        )}
      </ul>
      {bank.contracts.length > 0 && bank.problem === null && <StepButton request={request} kind="quiet" icon="plus" label={words.add} call={add} />}
    </section>
  );
}

function Contract({ place, number, request }: { readonly place: Place; readonly number: number; readonly request: Request }) {
  const { api, language, text } = useWindow();
  const words = text.places;
  const id = place.lastFour === null ? null : words.contract(place.lastFour);
  const until = place.certificateUntil === null ? null : words.until(formatDate(place.certificateUntil, language));
  const label = place.organization ?? id ?? words.unnamed(number);
  const facts = [place.organization === null ? null : id, until].filter((fact) => fact !== null).join(' ・ ');
  return (
    <BigChoice
      request={request}
      icon={place.certificateUntil === null ? 'bank' : 'certificate'}
      label={label}
      lines={[words.next[place.next], ...(facts === '' ? [] : [facts])]}
      call={() => api.places.choose({ id: place.id })}
    />
  );
}

/** A bank's file, and the practice, where the policy leaves the choice. */
function Others({ places, request, isFirst }: Props & { readonly isFirst: boolean }) {
  const { api, text } = useWindow();
  const words = text.places;
  const opens = places.prescribedBy === null;
  const practises = places.practice !== 'forbidden';
  if (!opens && !practises) return null;
  return (
    <section className="places-others">
      {!isFirst && (
        <h2>
          <Words>{words.othersTitle}</Words>
        </h2>
      )}
      <ul className="big-choices">
        {opens && <BigChoice request={request} icon="paper" label={words.open.label} lines={[words.open.note]} call={() => api.places.openFile()} />}
        {practises && (
          <BigChoice
            request={request}
            icon="card"
            label={places.practice === 'begun' ? words.goOnPractising : words.practise.label}
            lines={[words.practise.note]}
            call={() => api.places.practise()}
          />
        )}
      </ul>
    </section>
  );
}
