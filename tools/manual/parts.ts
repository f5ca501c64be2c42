import type { Chapter, ManualProse } from '../../renderer/help/prose.ts';
import { escapeHtml } from '../window/escape-html.ts';

/** The page on which an anchor stands; '' while that is not known. */
export type PageOf = (anchor: string) => string;

/** The number of a step, at its place in a picture: from its left and its top, as parts of width and height. */
export type Mark = { readonly step: number; readonly left: number; readonly top: number };

/** A screen's picture. */
export type Picture = { readonly address: string; readonly marks: readonly Mark[] };

/** A chapter's heading and its first words. */
export function heading(chapter: Chapter, { chapters }: ManualProse): string {
  const { title, lead } = chapters[chapter];
  return `<h2 id="${chapter}">${escapeHtml(title)}</h2>${lead === '' ? '' : `<p class="lead">${escapeHtml(lead)}</p>`}`;
}

export function pageLink(anchor: string, pageOf: PageOf): string {
  return `<a href="#${anchor}">${pageOf(anchor)}</a>`;
}
