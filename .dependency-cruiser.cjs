/** The arrows of the design: renderer -> preload/contract <- main. See docs/architecture.md. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-circles', 'A circle has no beginning to read from.', {}, { circular: true }),
    forbid('unresolvable', 'Every import must resolve.', {}, { couldNotResolve: true }),
    forbid(
      'renderer-knows-contract-only',
      'The window draws; of the machine it knows the contract.',
      { path: '^renderer/' },
      { path: '^(main|preload|tools|test)/', pathNot: '^preload/contract/' },
    ),
    forbid(
      'contract-stands-alone',
      'The contract is plain data on zod.',
      { path: '^preload/contract/' },
      { pathNot: '^(preload/contract/|node_modules/zod/)' },
    ),
    forbid('preload-knows-contract-only', 'The border knows the contract and Electron.', { path: '^preload/index' }, { path: '^(main|renderer|tools|test)/' }),
    forbid(
      'main-knows-no-window',
      'Main publishes values; it never imports what draws them.',
      { path: '^main/' },
      { path: '^(renderer|tools|test)/|^preload/index' },
    ),
    forbid(
      'procedure-declares-its-ports',
      'Bank, certificate and keychain implement what the procedure declares; its journal is a kept file.',
      { path: '^main/procedure/' },
      { path: '^main/', pathNot: '^main/(procedure/|support/(ports|answer-lost|json-file|json-text|kept-files|kept-value|queue|redacted|try-later)\\.ts)' },
    ),
    forbid(
      'users-declare-their-ports',
      "The users' administration knows the bank by what it declares itself.",
      { path: '^main/users/' },
      { path: '^main/', pathNot: '^main/(users/|support/(ports|answer-lost|redacted)\\.ts)' },
    ),
    forbid(
      'transition-imports-types-only',
      'The transition function is pure, in all its files.',
      { path: '^main/(procedure|users)/transition\\.ts$|^main/procedure/(activation-steps|here-already)\\.ts$' },
      { dependencyTypesNot: ['type-only'], pathNot: '^main/procedure/(activation-steps|here-already)\\.ts$' },
    ),
    forbid(
      'practice-bank-meets-client-over-tls',
      'The practice bank shares only the protocol (and the profile that both read) with the client, and what every room may use.',
      { path: '^main/practice-bank/' },
      { path: '^main/', pathNot: '^main/(practice-bank/|protocol/|support/|bank/profile\\.ts)' },
    ),
    forbid(
      'nobody-reaches-into-practice-bank',
      'Its process is started by the practice, or from the command line.',
      { path: '^main/', pathNot: '^main/(practice-bank|practice|cli)/' },
      { path: '^main/practice-bank/' },
    ),
    forbid(
      'practice-knows-the-bank-by-its-process',
      'The practice plays with the bank from outside: its process handle, and the file of the situation.',
      { path: '^main/practice/' },
      { path: '^main/practice-bank/', pathNot: '^main/practice-bank/(process|situations/situation-file)\\.ts$' },
    ),
    forbid(
      'practice-is-known-to-program-alone',
      'Nobody else asks whether this is a practice.',
      { path: '^main/', pathNot: '^main/(practice/|program(-host)?\\.ts$)' },
      { path: '^main/practice/' },
    ),
    forbid(
      'practice-is-loaded-when-needed',
      'A program that is set up for a real bank loads nothing of it.',
      { path: '^main/program\\.ts$' },
      { path: '^main/practice/', dynamic: false, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'components-know-no-screen',
      'A part is drawn on many screens and knows none.',
      { path: '^renderer/(components|keyboard)/' },
      { path: '^renderer/screens/' },
    ),
    forbid('product-knows-no-tool', 'No tool and no test code in the product.', { path: '^(main|preload|renderer)/' }, { path: '^(tools|test)/' }),
    forbid('tools-know-no-test', 'What people run does not hang on a test.', { path: '^tools/' }, { path: '^test/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'main/tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
