import { type ReactNode, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import type { PrescribablePreference, SettingSource } from '../../preload/contract/settings.ts';
import { Button } from '../components/form/button.tsx';
import { LanguageChoice, TextSizeSegments, ThemeChoice } from '../components/frame/choices.tsx';
import { ModalLayer } from '../components/frame/modal-layer.tsx';
import { useWindow } from '../components/frame/window-context.tsx';
import { Words } from '../components/frame/words.tsx';
import { listed } from '../text/locales.ts';
import { UpdateLine } from './update-line.tsx';
import '../components/certificate/certificate-facts.css';
import './settings-dialog.css';

/** Every setting, with who decided it; what is prescribed is shown as such and cannot be changed. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { text } = useWindow();
  const words = text.settings;
  return (
    <ModalLayer className="dialog-frame settings-frame" onClose={onClose}>
      <Dialog className="dialog settings-dialog">
        <Heading slot="title">
          <Words>{words.title}</Words>
        </Heading>
        <p>
          <Words>{words.lead}</Words>
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard, too */}
        <section className="settings-list" tabIndex={0} aria-label={words.title}>
          <Values />
          <About />
        </section>
        <div className="dialog-actions">
          <Button onPress={onClose}>{text.common.close}</Button>
        </div>
      </Dialog>
    </ModalLayer>
  );
}

function Values() {
  const { settings, language, text } = useWindow();
  const words = text.settings;
  const { bank, proxy, certificateStores: stores, reminders, practice, updates } = settings;
  const host = bank === null ? words.noBank : bank.source === 'practice' ? words.practiceBank : bank.host;
  const proxyName = proxy.value === 'system' || proxy.value === 'none' ? words.proxies[proxy.value] : proxy.value;
  const places = stores.value.map((kind) => text.certificate.stores[kind]);
  const allowed = (value: boolean) => (value ? words.allowed : words.forbidden);
  return (
    <dl className="facts settings">
      <Row name={words.bank} source={bank?.source ?? 'usual'}>
        {host}
      </Row>
      <PreferenceRow name={words.language} preference="language">
        <LanguageChoice />
      </PreferenceRow>
      <PreferenceRow name={words.textSize} preference="textSize">
        <TextSizeSegments />
      </PreferenceRow>
      <Row name={words.theme} source="chosen">
        <ThemeChoice />
      </Row>
      <Row name={words.proxy} source={proxy.source}>
        {proxyName}
      </Row>
      <Row name={words.stores} source={stores.source}>
        {places.length === 0 ? words.noStore : listed(places, language)}
      </Row>
      <Row name={words.reminders} source={reminders.source}>
        {allowed(reminders.value)}
      </Row>
      <Row name={words.practice} source={practice.source}>
        {allowed(practice.value)}
      </Row>
      <Row name={words.updates} source={updates.source}>
        <UpdateLine />
      </Row>
      <PolicyRows />
    </dl>
  );
}

function PolicyRows() {
  const { language, settings, text } = useWindow();
  const words = text.settings;
  const { policy } = settings;
  if (policy === null) return null;
  return (
    <>
      <Row name={words.policy} source="policy">
        <span translate="no">{policy.place}</span>
      </Row>
      {policy.defects.length > 0 && (
        <Row name={words.defects} source="policy">
          <ul className="settings-defects">
            {policy.defects.map((defect) => (
              <li key={defect.en}>{defect[language === 'ja' ? 'ja' : 'en']}</li>
            ))}
          </ul>
        </Row>
      )}
    </>
  );
}

type RowProps = { readonly name: string; readonly source: SettingSource; readonly children: ReactNode };

function Row({ name, source, children }: RowProps) {
  const { settings, text } = useWindow();
  const words = text.settings;
  return (
    <div>
      <dt>
        <Words>{name}</Words>
      </dt>
      <dd>
        <div>{typeof children === 'string' ? <Words>{children}</Words> : children}</div>
        <p className="settings-source">
          <Words>{source === 'policy' ? words.prescribed(settings.policy?.organization ?? '') : words.sources[source]}</Words>
        </p>
      </dd>
    </div>
  );
}

type PreferenceProps = { readonly name: string; readonly preference: PrescribablePreference; readonly children: ReactNode };

function PreferenceRow({ name, preference, children }: PreferenceProps) {
  const { settings } = useWindow();
  return (
    <Row name={name} source={settings.prescribed.includes(preference) ? 'policy' : 'chosen'}>
      {children}
    </Row>
  );
}

function About() {
  const { api, settings, text } = useWindow();
  const words = text.settings;
  const [notices, setNotices] = useState<string | null>(null);
  const show = () =>
    void api.settings.readNotices().then(
      (reply) => setNotices(reply.ok ? (reply.value.text ?? words.noNotices) : words.noNotices),
      () => setNotices(words.noNotices),
    );
  return (
    <section className="settings-about">
      <h3>
        <Words>{words.about}</Words>
      </h3>
      <dl className="facts settings">
        <div>
          <dt>
            <Words>{words.version}</Words>
          </dt>
          <dd translate="no">{settings.version}</dd>
        </div>
        <div>
          <dt>
            <Words>{words.licence}</Words>
          </dt>
          <dd translate="no">Apache License 2.0</dd>
        </div>
        <div>
          <dt>
            <Words>{words.notices}</Words>
          </dt>
          <dd>{notices === null ? <Button onPress={show}>{words.showNotices}</Button> : <pre className="settings-notices">{notices}</pre>}</dd>
        </div>
      </dl>
    </section>
  );
}
