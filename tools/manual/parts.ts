import { escapeHtml } from '../window/escape-html.ts';
import type { Chapter, ManualProse } from './prose.ts';

/** The page on which an anchor stands; '' while that is not known. */
export type PageOf = (anchor: string) => string;

/** A chapter's heading and its first words. */
export function heading(chapter: Chapter, { chapters }: ManualProse): string {
  const { title, lead } = chapters[chapter];
  return `<h2 id="${chapter}">${escapeHtml(title)}</h2>${lead === '' ? '' : `<p class="lead">${escapeHtml(lead)}</p>`}`;
}

export function pageLink(anchor: string, pageOf: PageOf): string {
  return `<a href="#${anchor}">${pageOf(anchor)}</a>`;
}
