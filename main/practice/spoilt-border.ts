import { contract, requestChannel } from '../../preload/contract/contract.ts';
import type { Registration, WindowRequests } from '../ipc/register.ts';
import type { ProgramPorts } from '../program-ports.ts';
import type { Situation } from './situation.ts';

/**
 * The border between window and main, for the practice only: what arrives is spoilt, and the border's own checks
 * find it. The practice panel's requests pass, or nobody could switch back.
 */
export function spoiltBorder(register: ProgramPorts['registerContract'], situation: Situation): ProgramPorts['registerContract'] {
  return (registration) =>
    register({ ...registration, requests: spoiltRequests(registration.requests, situation), handlers: buggyHandlers(registration.handlers, situation) });
}

const spoiltGroups = ['procedure', 'users', 'releaseRequest'] as const;
const spoiltChannels: ReadonlySet<string> = new Set(
  spoiltGroups.flatMap((group) => Object.keys(contract.requests[group]).map((name) => requestChannel(group, name))),
);

const foreignPage = { parent: null, url: 'app://elsewhere/index.html' };

function spoiltRequests(requests: WindowRequests, situation: Situation): WindowRequests {
  return {
    handle(channel, listener) {
      if (!spoiltChannels.has(channel)) return requests.handle(channel, listener);
      return requests.handle(channel, async (asking, ...input) => {
        switch (situation()) {
          case 'sender-refused':
            return listener({ sender: asking.sender, senderFrame: foreignPage }, ...input);
          case 'input-invalid':
            return listener(asking, { unknown: input[0] });
          case 'not-now':
            // A request that arrives twice, as from a press that was counted twice: the second has no place any more.
            await listener(asking, ...input);
            return listener(asking, ...input);
          default:
            return listener(asking, ...input);
        }
      });
    },
  };
}

/** Handlers with a bug. */
function buggyHandlers(handlers: Registration['handlers'], situation: Situation): Registration['handlers'] {
  return {
    ...handlers,
    procedure: buggy(handlers.procedure, situation),
    users: buggy(handlers.users, situation),
    releaseRequest: buggy(handlers.releaseRequest, situation),
  };
}

function buggy<G extends object>(group: G, situation: Situation): G {
  return new Proxy(group, {
    get(target, name) {
      const handler: unknown = Reflect.get(target, name);
      if (typeof handler !== 'function') return handler;
      return async (input: unknown) => {
        if (situation() === 'internal') throw new Error('the practice asked for a bug');
        return Reflect.apply(handler, target, [input]);
      };
    },
  });
}
