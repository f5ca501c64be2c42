/** A small reader of XML without comments, CDATA and mixed content, which throws on what is not well formed: for what this project writes. */
export type XmlElement = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: XmlElement[]; text: string };

const plain = (text: string): string => text.replace(/&#(\d+);/gu, (_whole, code: string) => String.fromCharCode(Number(code)));

export function parseXml(document: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const body = document.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\s*/u, '');
  let end = 0;
  for (const token of body.matchAll(/<(\/?)([A-Za-z]+)((?:\s+[A-Za-z]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gu)) {
    if (token.index !== end) throw new Error(`Not well formed: ${body.slice(end, end + 40)}`);
    end = token.index + token[0].length;
    const [, closing, name = '', words = '', empty, text] = token;
    const inner = open.at(-1) ?? top;
    if (text !== undefined) inner.text += plain(text);
    else if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
    } else {
      const attributes = Object.fromEntries([...words.matchAll(/([A-Za-z]+)="([^"]*)"/gu)].map(([, key = '', value = '']) => [key, plain(value)]));
      const element: XmlElement = { name, attributes, children: [], text: '' };
      inner.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  const [root, ...more] = top.children;
  if (end !== body.length || open.length !== 1 || root === undefined || more.length > 0) throw new Error('Not one whole element');
  return root;
}
