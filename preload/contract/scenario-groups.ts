/** By which the practice's scenarios are listed: the sections of the bank's manual, in their order. Plain values: the window lists them. */
export const scenarioGroups = ['release', 'activation', 'certificate', 'logon', 'users'] as const;
export type ScenarioGroup = (typeof scenarioGroups)[number];
