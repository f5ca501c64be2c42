/** What a release is signed with. Nothing of it stands in a file; electron-builder and feed.mjs read the environment. */

/** @typedef {{ readonly what: string, readonly ways: readonly (readonly string[])[] }} Signing one of the ways is enough; of a way every variable */

const update = { what: 'the list of the update', ways: [['KAITSU_UPDATE_KEY']] };

/** @type {Readonly<Record<import('./plan.mjs').System, readonly Signing[]>>} */
export const signings = {
  linux: [update],
  win: [
    {
      what: 'the program and its installers',
      ways: [
        ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
        ['CSC_LINK', 'CSC_KEY_PASSWORD'],
      ],
    },
    update,
  ],
  mac: [
    { what: 'the program', ways: [['CSC_LINK', 'CSC_KEY_PASSWORD'], ['CSC_NAME']] },
    { what: 'the pkg', ways: [['CSC_INSTALLER_LINK', 'CSC_INSTALLER_KEY_PASSWORD'], ['CSC_NAME']] },
    {
      what: 'the notarisation',
      ways: [
        ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
        ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
        ['APPLE_KEYCHAIN', 'APPLE_KEYCHAIN_PROFILE'],
      ],
    },
    update,
  ],
};

/**
 * @param {import('./plan.mjs').System} system
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {readonly string[]} one sentence for each signature that a release would lack
 */
export function missingSignings(system, environment) {
  const given = (/** @type {string} */ name) => (environment[name] ?? '') !== '';
  return signings[system]
    .filter(({ ways }) => !ways.some((way) => way.every(given)))
    .map(({ what, ways }) => `A release is not made without a signature of ${what}: set ${ways.map((way) => way.join(', ')).join('; or ')}.`);
}
