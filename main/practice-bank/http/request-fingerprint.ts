import { createHash, type Hash } from 'node:crypto';

/**
 * A fingerprint of a value as JSON knows it, by which a repeated request is recognised. It goes through the value by a
 * list of its own, so that no depth is too much for it. The order of keys counts, as it did in what was sent.
 * @returns SHA-256, hexadecimal
 */
export function fingerprintOf(value: unknown): string {
  const hash = createHash('sha256');
  const open: unknown[] = [value];
  while (open.length > 0) {
    const children = enter(hash, open.pop());
    for (const child of children.reverse()) open.push(child);
  }
  return hash.digest('hex');
}

/** Each value begins with its kind and its length, so that no two values make the same text. */
function enter(hash: Hash, value: unknown): unknown[] {
  if (Array.isArray(value)) {
    hash.update(`[${value.length};`);
    return [...value];
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    hash.update(`{${entries.length};`);
    return entries.flat();
  }
  const text = typeof value === 'string' ? value : String(value);
  hash.update(`${typeof value === 'string' ? '"' : typeof value}${Buffer.byteLength(text)};`).update(text);
  return [];
}
