/** XML that is written, not read. */

export type Element = {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  /** Elements, or one text. */
  readonly content?: readonly Element[] | string;
};

const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);

/** @returns the document with its declaration, indented */
export function writeXml(root: Element): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${written(root, '')}`;
}

function written({ name, attributes = {}, content = [] }: Element, indent: string): string {
  const words = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const start = `${indent}<${name}${words.join('')}`;
  if (content.length === 0) return `${start} />\n`;
  if (typeof content === 'string') return `${start}>${escaped(content)}</${name}>\n`;
  return `${start}>\n${content.map((one) => written(one, `${indent}  `)).join('')}${indent}</${name}>\n`;
}
