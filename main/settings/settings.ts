import { type PrescribablePreference, prescribablePreferences, type Settings, storeKinds } from '../../preload/contract/settings.ts';
import { sayPolicyDefect } from '../policy/policy-defect.ts';
import type { Policy, Prescription } from '../policy/read-policy.ts';

export type SettingsParts = {
  readonly policy: Policy;
  readonly version: string;
  /** null while no place is open; host: '' for the practice's, which is on this PC. */
  readonly bank: Settings['bank'];
};

/** How the program is set up, each value with who said so. @param parts see SettingsParts */
export function settingsOf({ policy, version, bank }: SettingsParts): Settings {
  const { prescribed, source, defects } = policy;
  return {
    version,
    bank,
    proxy: settingOf(prescribed.proxy, 'system'),
    certificateStores: { value: [...(prescribed.certificateStores?.value ?? storeKinds)], source: sourceOf(prescribed.certificateStores) },
    reminders: settingOf(prescribed.remindersAllowed, true),
    // Without a policy the person chooses, in the settings.
    updates: { value: prescribed.updateChannel?.value ?? 'stable', source: prescribed.updateChannel === null ? 'chosen' : 'policy' },
    practice: settingOf(prescribed.practiceAllowed, true),
    prescribed: prescribablePreferences.filter((name) => isPrescribed(policy, name)),
    policy:
      source === null
        ? null
        : {
            place: source.place,
            organization: prescribed.organization?.value ?? '',
            defects: defects.map((defect) => ({ ja: sayPolicyDefect(defect, 'ja'), en: sayPolicyDefect(defect, 'en') })),
          },
  };
}

export const isPrescribed = ({ prescribed }: Policy, name: PrescribablePreference): boolean => prescribed[name] !== null;

const sourceOf = (prescription: Prescription | null) => (prescription === null ? 'usual' : 'policy') as 'usual' | 'policy';

function settingOf<T>(prescription: Prescription<T | null> | null, usual: T): { readonly value: T; readonly source: 'usual' | 'policy' } {
  return { value: prescription?.value ?? usual, source: sourceOf(prescription) };
}
