/**
 * Whether a 401's WWW-Authenticate (RFC 9110 section 11.6.1) names the scheme Basic. Several challenges may
 * stand in one value, parted by commas, and quoted strings may hold anything.
 * @param value the header's value, if there was one
 */
export function namesBasic(value: string | undefined): boolean {
  const withoutStrings = (value ?? '').replace(/"(?:[^"\\]|\\.)*"/gu, '""');
  return withoutStrings.split(',').some((part) => /^\s*basic(?:\s|$)/iu.test(part));
}
