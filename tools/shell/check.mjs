import { checks, runAtOnce } from './checks.mjs';

/** Entry of `npm run check`, `types`, `lint` and `unit`: the kinds of checks that are named, all at once; all kinds where none is. */
const names = process.argv.slice(2);
const wanted = [...checks.unit, ...checks.types, ...checks.lint].filter(
  (check) => names.length === 0 || Object.entries(checks).some(([kind, list]) => names.includes(kind) && list.includes(check)),
);
process.exitCode = (await runAtOnce(wanted)) === 0 ? 0 : 1;
