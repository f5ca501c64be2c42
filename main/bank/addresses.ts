import { networkInterfaces } from 'node:os';

/** @returns name or address without brackets, and the port of an https address */
export function hostOf(url: string): { readonly host: string; readonly port: number } {
  const { hostname, port } = new URL(url);
  return { host: hostname.replace(/^\[|\]$/gu, ''), port: port === '' ? 443 : Number(port) };
}

/** @returns the bank's address as people compare it, with a port that is not the usual one; '' for the bank that the app starts */
export function hostWithPort(baseUrl: string | null): string {
  return baseUrl === null ? '' : new URL(baseUrl).host;
}

/** Also RFC 6761 section 6.3: localhost and whatever ends in it. */
export function isLoopback(host: string): boolean {
  return host === '::1' || /^127(\.[0-9]{1,3}){3}$/u.test(host) || /(^|\.)localhost$/u.test(host);
}

/** Whether this PC has an address by which others might reach it: none is left where the cable is out. */
export function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some((each) => !each.internal));
}
