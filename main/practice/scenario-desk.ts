import type { Scenario } from '../scenario/scenario.ts';
import type { ShippedScenario } from '../scenario/scenario-files.ts';

/** The scenarios that can be practised, and how the program gets to one of them. */
export type ScenarioDesk = {
  /** At which the program was started; null: in an ordinary practice. id: null where it is a person's own file. */
  readonly opened: { readonly id: string | null; readonly scenario: Scenario } | null;
  /** Those that come with the program. */
  readonly shipped: () => Promise<readonly ShippedScenario[]>;
  /**
   * Starts the program again at a scenario; null: without one.
   * @returns false where something is being typed
   */
  readonly open: (id: string | null) => boolean;
};
