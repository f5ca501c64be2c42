import { bankCommand } from './bank-command.ts';
import { parentPortOf } from './parent-port.ts';

void bankCommand({
  args: process.argv.slice(2),
  environment: process.env,
  parentPort: parentPortOf(process),
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  onStopSignal: (stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  },
  exit: (code) => process.exit(code),
});
