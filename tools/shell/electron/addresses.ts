/**
 * Chromium navigates to no custom scheme, so a page of app://renderer/ stands at an https origin that
 * can exist nowhere (RFC 2606: .invalid) and is answered wholly by the app's own handler.
 */
const suffix = '.invalid';

/** app://renderer/a -> https://renderer.app.invalid/a; http(s) stays as it is. */
export function toPageAddress(url: string): string {
  const found = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/u.exec(url);
  if (found === null || found[1] === 'http' || found[1] === 'https') return url;
  return `https://${found[2]}.${found[1]}${suffix}${found[3] === '' ? '/' : found[3]}`;
}

/** The opposite: as main sees the page. */
export function toAppAddress(url: string): string {
  const found = /^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.invalid(.*)$/u.exec(url);
  return found === null ? url : `${found[2]}://${found[1]}${found[3]}`;
}
