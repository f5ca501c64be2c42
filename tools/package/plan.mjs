/**
 * What `npm run package` is asked for, and what of it this machine can make. Pure: what the machine has is handed in
 * (machine.mjs looks).
 */

/** @typedef {'linux' | 'win' | 'mac'} System */
/** @typedef {'x64' | 'arm64'} Arch */
/** @typedef {'AppImage' | 'deb' | 'rpm' | 'nsis' | 'msi' | 'dmg' | 'pkg' | 'zip'} Installer */
/** @typedef {'appimage' | 'fpm' | 'nsis' | 'wix'} Tool what electron-builder fetches from GitHub at its first use */
/** @typedef {{ readonly system: System, readonly arch: Arch, readonly installers: readonly Installer[] | 'usual', readonly dir: boolean, readonly release: boolean }} Wish */

/**
 * @typedef {object} Machine
 * @property {System} system
 * @property {Arch} arch
 * @property {(system: System, arch: Arch) => boolean} electron whether Electron's distribution is here or can be fetched
 * @property {(tool: Tool) => boolean} tool whether it is here or can be fetched
 * @property {(program: 'wine' | 'rpmbuild') => boolean} program
 */

/** @typedef {{ readonly system: System, readonly tools: readonly Tool[], readonly program?: 'wine' | 'rpmbuild' }} Needs */

/** @type {Readonly<Record<Installer, Needs>>} */
export const installers = {
  AppImage: { system: 'linux', tools: ['appimage'] },
  deb: { system: 'linux', tools: ['fpm'] },
  rpm: { system: 'linux', tools: ['fpm'], program: 'rpmbuild' },
  nsis: { system: 'win', tools: ['nsis'], program: 'wine' },
  msi: { system: 'win', tools: ['wix'], program: 'wine' },
  dmg: { system: 'mac', tools: [] },
  pkg: { system: 'mac', tools: [] },
  zip: { system: 'mac', tools: [] },
};

/** How each tool is called, and the variable that names one of your own. */
export const toolNames = /** @type {const} */ ({
  appimage: ['the AppImage toolset (mksquashfs and the runtime)', 'APPIMAGE_TOOLS_PATH'],
  fpm: ['fpm', 'CUSTOM_FPM_PATH'],
  nsis: ['NSIS', 'ELECTRON_BUILDER_NSIS_DIR'],
  wix: ['WiX', null],
});

const systemNames = /** @type {const} */ ({ linux: 'Linux', win: 'Windows', mac: 'macOS' });

/** @param {Installer} name @returns {boolean} */
const isInstaller = (name) => Object.hasOwn(installers, name);

/**
 * @param {readonly string[]} words of the command line
 * @param {{ readonly system: System, readonly arch: Arch }} here
 * @returns {{ readonly kind: 'wish', readonly wish: Wish } | { readonly kind: 'wrong', readonly why: string }}
 */
export function readWish(words, here) {
  const named = /** @type {Installer[]} */ ([]);
  const given = new Set();
  for (const word of words) {
    if (['--linux', '--win', '--mac', '--x64', '--arm64', '--dir', '--release'].includes(word)) given.add(word);
    else if (isInstaller(/** @type {Installer} */ (word))) named.push(/** @type {Installer} */ (word));
    else
      return {
        kind: 'wrong',
        why: `${word} is not understood: give ${Object.keys(installers).join(', ')}, --linux, --win, --mac, --x64, --arm64, --dir or --release.`,
      };
  }
  const systems = new Set([
    .../** @type {const} */ (['linux', 'win', 'mac']).filter((name) => given.has(`--${name}`)),
    ...named.map((name) => installers[name].system),
  ]);
  if (systems.size > 1) return { kind: 'wrong', why: 'One system at a time: run the command once for each.' };
  if (given.has('--x64') && given.has('--arm64')) return { kind: 'wrong', why: 'One of --x64 and --arm64 at a time: run the command once for each.' };
  const [system = here.system] = systems;
  const arch = given.has('--x64') ? 'x64' : given.has('--arm64') ? 'arm64' : here.arch;
  const wish = {
    system,
    arch,
    installers: named.length === 0 ? /** @type {const} */ ('usual') : named,
    dir: given.has('--dir'),
    release: given.has('--release'),
  };
  return { kind: 'wish', wish };
}

/**
 * @param {Wish} wish
 * @param {Machine} machine
 * @returns {{ readonly make: readonly (Installer | 'dir')[], readonly refused: readonly string[], readonly complete: boolean }}
 *   refused: one sentence each, with the way on; complete: nothing that was asked for by name is missing
 */
export function plan(wish, machine) {
  if (!machine.electron(wish.system, wish.arch)) return { make: [], refused: [withoutElectron(wish)], complete: false };
  if (wish.dir) return planFolder(wish, machine);
  const wanted = wish.installers === 'usual' ? usual(wish.system) : wish.installers;
  const judged = wanted.map((name) => ({ name, obstacle: obstacle(name, machine) }));
  const refused = judged.flatMap(({ name, obstacle: why }) => (why === null ? [] : [`${name} is not made. ${why}`]));
  const make = judged.flatMap(({ name, obstacle: why }) => (why === null ? [name] : []));
  const complete = refused.length === 0 || (wish.installers === 'usual' && !wish.release && make.length > 0);
  return { make, refused, complete };
}

/**
 * The program's folder alone: its last steps (an .exe's resources, a bundle's signature) want their system too.
 * @param {Wish} wish
 * @param {Machine} machine
 * @returns {ReturnType<typeof plan>}
 */
function planFolder({ system }, machine) {
  const folder = system === machine.system ? null : wrongSystem({ system, ...(system === 'win' ? { program: /** @type {const} */ ('wine') } : {}) }, machine);
  return folder === null ? { make: ['dir'], refused: [], complete: true } : { make: [], refused: [`The folder is not made. ${folder}`], complete: false };
}

/** @param {System} system */
function usual(system) {
  return /** @type {Installer[]} */ (Object.keys(installers)).filter((name) => installers[name].system === system);
}

/** @param {Wish} wish */
function withoutElectron({ system, arch }) {
  return (
    `Nothing is made. Electron for ${systemNames[system]} (${arch}) is not here and cannot be fetched from GitHub: ` +
    'set ELECTRON_OVERRIDE_DIST_PATH to an unpacked distribution, or ELECTRON_MIRROR to a mirror that this machine reaches.'
  );
}

/**
 * @param {Pick<Needs, 'system' | 'program'>} needs
 * @param {Machine} machine
 * @returns {string | null} why this system cannot, and the way on
 */
function wrongSystem({ system, program }, machine) {
  if (system === 'mac' && machine.system !== 'mac') return 'It can be made on macOS alone: run npm run package there.';
  if (system === 'linux' && machine.system !== 'linux') return 'It is made on Linux: run npm run package there.';
  if (program === 'wine' && machine.system !== 'win' && !machine.program('wine'))
    return 'It needs Windows, or Wine here: run npm run package on Windows, or install Wine.';
  return null;
}

/**
 * @param {Installer} name
 * @param {Machine} machine
 * @returns {string | null} why it cannot be made here, and the way on
 */
function obstacle(name, machine) {
  const { tools, program } = installers[name];
  const system = wrongSystem(installers[name], machine);
  if (system !== null) return system;
  if (program === 'rpmbuild' && !machine.program('rpmbuild')) return 'It needs rpmbuild: install it (on Debian: apt-get install rpm).';
  const missing = tools.find((tool) => !machine.tool(tool));
  if (missing === undefined) return null;
  const [called, variable] = toolNames[missing];
  const own = variable === null ? '' : `set ${variable} to one of your own, or `;
  return `${called} is not here and cannot be fetched from GitHub: ${own}set ELECTRON_BUILDER_BINARIES_MIRROR to a mirror that this machine reaches.`;
}
