import type { Page } from 'playwright';

/** States that a screen shows of things alike, and by what they should be told apart: what the greyscale test looks at. */
export type Told = {
  readonly what: string;
  /** Names of the gallery's scenes on which all of the states are seen. */
  readonly scenes: readonly string[];
  /** Selectors of the things in each state. */
  readonly states: Readonly<Record<string, string>>;
  /** Within a thing: what shows its state to the eye, and what says it to a screen reader. */
  readonly seen: string;
  readonly said: string;
};

export const told: readonly Told[] = [
  {
    what: 'stages of the retrieval',
    scenes: ['75-retrieval-checked', '21-retrieval-stopped'],
    states: { done: '.stage-done', current: '.stage-current', stopped: '.stage-stoppedHere', todo: '.stage-todo' },
    seen: '.stage-mark, .stage-state',
    said: '.stage-state',
  },
  {
    what: 'stops of the way',
    scenes: ['15-one-time-password'],
    states: { done: '.stop-done', here: '.stop-here', 'to come': '.stop-todo' },
    seen: '.stop-dot, .stop-name',
    said: '.visually-hidden',
  },
  {
    what: 'findings of the preflight',
    scenes: ['98-preflight-running-details', '37-preflight-details', '38-preflight-bad'],
    states: {
      'under way': '.preflight-results li:not([class])',
      good: '.preflight-good',
      advice: '.preflight-advice',
      bad: '.preflight-results .preflight-todo',
    },
    seen: 'li > :first-child, .preflight-level',
    said: 'p:first-child',
  },
  {
    what: 'how users stand',
    scenes: ['52-user-selection'],
    states: { usual: '.user-status-inUse', locked: '.user-status-locked', suspended: '.user-status-suspended' },
    seen: ':scope',
    said: ':scope',
  },
  {
    what: 'users who are to do',
    scenes: ['54-user-selection-done'],
    states: { done: '.rail-users .stop-done', open: '.rail-users .stop-todo' },
    seen: '.stop-dot',
    said: '.visually-hidden',
  },
  {
    what: 'how grave a problem is',
    scenes: ['68-logged-off', '09-identification-last-attempt', '22-retrieval-failed', '10-identification-locked'],
    states: { information: '.problem-information', warning: '.problem-warning', error: '.problem-error', blocking: '.problem-blocking' },
    seen: '.icon, .problem-severity',
    said: '.problem-severity',
  },
  {
    what: 'rules of a PIN',
    scenes: ['14-new-pins-errors'],
    states: { met: '.pin-rule-met', unmet: '.pin-rule:not(.pin-rule-met)' },
    seen: '.pin-rule-mark',
    said: '.visually-hidden',
  },
  {
    what: 'fields',
    scenes: ['14-new-pins-errors', '33-request-errors'],
    states: { invalid: '.field:has([aria-invalid="true"])', good: '.field:has([aria-invalid="false"])' },
    seen: '.field-messages',
    said: '.field-messages',
  },
];

/** What tells the things in one state: each thing's signs, for the eye and for the ear. Numbers count as one sign. */
export type Signs = { readonly state: string; readonly seen: string; readonly said: string };

/** Reads the signs off the page, none of which is a colour. */
export function signsOf(page: Page, { states, seen, said }: Told): Promise<readonly Signs[]> {
  return page.evaluate(readSigns, { states, seen, said });
}

/** Runs in the page. It must stand by itself. */
function readSigns({ states, seen, said }: Pick<Told, 'states' | 'seen' | 'said'>): readonly Signs[] {
  const partsOf = (thing: Element, selector: string) => (selector === ':scope' ? [thing] : [...thing.querySelectorAll(selector)]);
  const textOf = (part: Element, hidden: string) => {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    let text = '';
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) if (node.parentElement?.closest(hidden) === null) text += node.textContent;
    return text.replace(/[0-9]+/gu, '#').trim();
  };
  /** Words, drawings, and what makes letters and frames heavier or other than usual. */
  const look = (part: Element) => {
    const { borderTopWidth, borderTopStyle, fontWeight, textDecorationLine } = getComputedStyle(part);
    const drawings = [...part.querySelectorAll('path, .spinner')].map((each) => each.getAttribute('d') ?? 'turning');
    // The name of the thing itself is no sign of its state; how it is written is.
    const words = part.matches('.stop-name') ? '' : textOf(part, '.visually-hidden');
    return [words, ...drawings, part.matches('.spinner') ? 'turning' : '', `${borderTopWidth} ${borderTopStyle}`, fontWeight, textDecorationLine].join(' | ');
  };
  const drawn = (part: Element) => !part.matches('.visually-hidden') && part.checkVisibility();
  return Object.entries(states).flatMap(([state, selector]) =>
    [...document.querySelectorAll(selector)].map((thing) => ({
      state,
      seen: partsOf(thing, seen).filter(drawn).map(look).join(' & '),
      said: partsOf(thing, said)
        .map((part) => textOf(part, '[aria-hidden="true"]'))
        .join(' '),
    })),
  );
}

/**
 * What would be lost without colours: states that were not seen at all, and those that share a sign.
 * @param signs of all scenes
 */
export function lostWithoutColour({ what, states }: Told, signs: readonly Signs[]): readonly string[] {
  const names = Object.keys(states);
  const missing = names.filter((name) => !signs.some(({ state }) => state === name)).map((name) => `${what}: none is ${name}`);
  const alike = (['seen', 'said'] as const).flatMap((sense) =>
    names.flatMap((one, index) =>
      names.slice(index + 1).flatMap((other) => {
        const shared = new Set(signs.filter(({ state }) => state === one).map((each) => each[sense]));
        const both = signs.find((each) => each.state === other && shared.has(each[sense]));
        return both === undefined ? [] : [`${what}: ${one} and ${other} are ${sense} alike: “${both[sense]}”`];
      }),
    ),
  );
  return [...missing, ...alike];
}
