import { BlockList, isIP } from 'node:net';

/** NO_PROXY, as curl reads it: "*" or a list of names, addresses and networks, each perhaps with a port. */

/** A list is read no further than this. */
const mostEntries = 256;

/**
 * @param server host (IPv6 without brackets) and port
 * @param list the variable's value; '' where it is not set
 * @returns whether the server is to be reached without a proxy
 */
export function isExcluded(server: { readonly host: string; readonly port: number }, list: string): boolean {
  return list
    .split(/[\s,]+/u)
    .slice(0, mostEntries)
    .some((entry) => entry !== '' && fits(server, entry.toLowerCase()));
}

function fits({ host, port }: { readonly host: string; readonly port: number }, entry: string): boolean {
  if (entry === '*') return true;
  const [, bracketed, plain = '', only] = /^(?:\[([^\]]+)\]|([^:]+|[^:]*:[^:]*:.*?))(?::([0-9]+))?$/u.exec(entry) ?? [];
  if (only !== undefined && Number(only) !== port) return false;
  const named = bracketed ?? plain;
  return isIP(host) === 0 ? isUnder(host.toLowerCase().replace(/\.$/u, ''), named) : isAddressIn(host, named);
}

/** "example.com" and ".example.com" stand for the name and all below it, "*.example.com" too. */
function isUnder(host: string, named: string): boolean {
  const name = named.replace(/^\*?\./u, '').replace(/\.$/u, '');
  return name !== '' && (host === name || host.endsWith(`.${name}`));
}

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function isAddressIn(host: string, named: string): boolean {
  const [network = '', length] = named.split('/');
  if (isIP(network) === 0) return false;
  const list = new BlockList();
  try {
    if (length === undefined) list.addAddress(network, family(network));
    else list.addSubnet(network, Number(length), family(network));
  } catch {
    // A prefix length that no network has.
    return false;
  }
  return list.check(host, family(host));
}
