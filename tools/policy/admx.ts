import type { PolicyForm } from '../../main/policy/policy-form.ts';
import { type PolicyName, policyKeys, policyNames, registryName } from '../../main/policy/policy-keys.ts';
import { type Element, writeXml } from './xml.ts';

/**
 * Microsoft's administrative template of the policy (ADMX), and what it says in a language (ADML), for the Group Policy
 * editor. Shape: PolicyDefinitionFiles.xsd, PolicyDefinitions.xsd and BaseTypes.xsd of [MS-GPREG].
 */

const revision = { revision: '1.0', schemaVersion: '1.0', xmlns: 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions' };
const registryKey = 'Software\\Policies\\Kaitsu';
const category = 'Kaitsu';
const supported = 'SUPPORTED_Kaitsu';

const element = (name: string, attributes: Element['attributes'] = {}, content: Element['content'] = []): Element => ({ name, attributes, content });
const choiceId = (name: PolicyName, value: string): string => `${registryName(name)}_${value}`;
const named = (id: string) => `$(string.${id})`;

/** @returns Kaitsu.admx */
export function policyTemplate(): string {
  return writeXml(
    element('policyDefinitions', revision, [
      element('policyNamespaces', {}, [element('target', { prefix: 'kaitsu', namespace: 'Kaitsu.Policies' })]),
      element('resources', { minRequiredRevision: revision.revision, fallbackCulture: 'en-US' }),
      element('supportedOn', {}, [element('definitions', {}, [element('definition', { name: supported, displayName: named(supported) })])]),
      element('categories', {}, [element('category', { name: category, displayName: named(category) })]),
      element('policies', {}, policyNames.map(policyOf)),
    ]),
  );
}

function policyOf(name: PolicyName): Element {
  const id = registryName(name);
  const form: PolicyForm = policyKeys[name].form;
  const base = { name: id, class: 'Machine', displayName: named(id), explainText: named(`${id}_Help`), key: registryKey };
  const inside = [element('parentCategory', { ref: category }), element('supportedOn', { ref: supported })];
  if (form.kind === 'flag') {
    const value = (number: number) => [element('decimal', { value: number })];
    return element('policy', { ...base, valueName: id }, [...inside, element('enabledValue', {}, value(1)), element('disabledValue', {}, value(0))]);
  }
  const presentation = `$(presentation.${id})`;
  return element('policy', { ...base, presentation }, [...inside, element('elements', {}, [elementOf(name, form)])]);
}

function elementOf(name: PolicyName, form: Exclude<PolicyForm, { kind: 'flag' }>): Element {
  const base = { id: registryName(name), valueName: registryName(name) };
  switch (form.kind) {
    case 'number':
      return element('decimal', { ...base, required: true, minValue: form.min, maxValue: form.max });
    case 'choice': {
      const item = (value: string) => element('item', { displayName: named(choiceId(name, value)) }, [element('value', {}, [element('string', {}, value)])]);
      return element('enum', { ...base, required: true }, Object.keys(form.choices).map(item));
    }
    case 'list':
      return element('multiText', { ...base, maxStrings: Object.keys(form.choices).length });
    case 'text':
    case 'profile':
      return element('text', { ...base, required: true, maxLength: form.maxLength });
    default:
      return form satisfies never;
  }
}

const heads = {
  ja: {
    name: 'Kaitsu（開通）',
    description: '法人インターネットバンキングの開通プログラム Kaitsu のポリシー。',
    supported: 'Windows 10 バージョン 1809 以降',
    values: '値',
  },
  en: {
    name: 'Kaitsu',
    description: 'Policy of Kaitsu, which brings a company back into its internet banking.',
    supported: 'Windows 10 version 1809 or later',
    values: 'values',
  },
} as const;

/** @returns Kaitsu.adml of a language */
export function policyTemplateTexts(language: keyof typeof heads): string {
  const head = heads[language];
  const string = (id: string, text: string) => element('string', { id }, text);
  const strings = policyNames.flatMap((name) => {
    const { title, text, wanted } = policyKeys[name];
    const form: PolicyForm = policyKeys[name].form;
    const choices = form.kind === 'choice' ? Object.entries(form.choices) : [];
    return [
      string(registryName(name), title[language]),
      string(`${registryName(name)}_Help`, `${text[language]}\n\n${head.values}: ${wanted[language]}`),
      ...choices.map(([value, words]) => string(choiceId(name, value), words[language])),
    ];
  });
  return writeXml(
    element('policyDefinitionResources', revision, [
      element('displayName', {}, head.name),
      element('description', {}, head.description),
      element('resources', {}, [
        element('stringTable', {}, [string(category, head.name), string(supported, head.supported), ...strings]),
        element(
          'presentationTable',
          {},
          policyNames.flatMap((name) => presentationOf(name, language)),
        ),
      ]),
    ]),
  );
}

function presentationOf(name: PolicyName, language: keyof typeof heads): readonly Element[] {
  const form: PolicyForm = policyKeys[name].form;
  const [refId, label] = [registryName(name), policyKeys[name].title[language]];
  const box = (): Element | null => {
    switch (form.kind) {
      case 'flag':
        return null;
      case 'number':
        return element('decimalTextBox', { refId, defaultValue: form.min }, label);
      case 'choice':
        return element('dropdownList', { refId, noSort: true, defaultItem: 0 }, label);
      case 'list':
        return element('multiTextBox', { refId }, label);
      case 'text':
      case 'profile':
        return element('textBox', { refId }, [element('label', {}, label)]);
      default:
        return form satisfies never;
    }
  };
  const found = box();
  return found === null ? [] : [element('presentation', { id: refId }, [found])];
}
