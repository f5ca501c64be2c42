import { createPlaces, type PlacesService } from '../../main/places/places.ts';
import { readPolicy } from '../../main/policy/read-policy.ts';
import type { ProgramHost } from '../../main/program-host.ts';

const noPolicy = readPolicy({ kind: 'absent' }, { kind: 'file', place: '/etc/kaitsu/policy.json' });

/** A practice that begins at none, and leads to none. */
export const noScenarios: ProgramHost['scenarios'] = { opened: null, shipped: async () => [], open: () => false };

/** A program that has one place and leads to no other one, in a folder that is its own and the place's. */
export function onePlace(
  folder: string,
  bankId: string,
): Pick<
  ProgramHost,
  'policy' | 'resources' | 'folder' | 'placeFolder' | 'keychainScope' | 'certificatesElsewhere' | 'openPlaces' | 'openSupport' | 'scenarios'
> {
  return {
    policy: noPolicy,
    resources: null,
    folder,
    placeFolder: folder,
    keychainScope: bankId,
    certificatesElsewhere: async () => new Set(),
    openPlaces,
    openSupport: () => undefined,
    scenarios: noScenarios,
  };
}

function openPlaces(entryUnderWay: () => boolean, publish: Parameters<ProgramHost['openPlaces']>[1]): Promise<PlacesService> {
  return createPlaces({
    entryUnderWay,
    publish,
    restart: () => undefined,
    open: 'practice',
    practiceAllowed: true,
    prescribedBy: null,
    problem: null,
    keeper: { take: async () => ({ ok: false, problem: { code: 'prescribed-by-policy' } }) },
    file: { write: async () => ({ ok: true, value: undefined }) },
    settle: async () => false,
    banks: async () => [],
    standing: async () => ({ kind: 'absent' }),
    askForFile: async () => ({ ok: true, value: null }),
    now: () => new Date(),
  });
}
