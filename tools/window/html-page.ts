import { escapeHtml } from './escape-html.ts';

export type HtmlPage = {
  readonly language: string;
  readonly title: string;
  /** What else stands in the head, as HTML. */
  readonly head: string;
  readonly body: string;
};

/** A page that is opened from a file. @returns the whole document */
export function htmlPage({ language, title, head, body }: HtmlPage): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`;
}
