import { describe, expect, it } from 'vitest';
import practiceProfile from '../../assets/bank-profiles/practice.json';
import { bankProfileSchema } from '../../main/bank/profile.ts';
import { languages } from '../../preload/contract/preferences.ts';
import { procedureSnapshotSchema } from '../../preload/contract/procedure.ts';
import { usersStateSchema } from '../../preload/contract/users.ts';
import { ruleOf } from '../../renderer/help/facts.ts';
import { marks } from '../../renderer/help/marks.ts';
import { manualScreens } from '../../renderer/help/prose.ts';
import { type Sample, samples } from '../../renderer/help/samples/pages.ts';
import { sceneNamed } from '../../tools/gallery/scenes/all.ts';
import { editionOf } from '../../tools/manual/edition.ts';
import { manualPage } from '../../tools/manual/pages.ts';
import { printedProblems } from '../../tools/manual/problem-pages.ts';
import { defectsOf } from '../../tools/manual/read-back.ts';
import { printedScreens, shownScreen } from '../../tools/manual/shown.ts';

const profile = bankProfileSchema.parse(practiceProfile);

describe.each(languages)('the manual in %s', (language) => {
  const edition = editionOf(profile, language, '1.2.3');
  const page = manualPage(
    edition,
    (screen) => ({ address: `${screen}.png`, marks: [{ step: 1, left: 0.1, top: 0.2 }] }),
    () => '7',
  );

  it('leads to every screen and every problem from its contents and its indexes', () => {
    const anchors = new Set([...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
    const linked = [...page.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(linked.filter((id) => !anchors.has(id))).toEqual([]);
    for (const anchor of [...printedScreens, ...printedProblems]) expect(linked).toContain(anchor);
  });

  it("has the closing message word for word, and the bank's name, phone and hours", () => {
    for (const words of [edition.text.screens.certificateRequired.message, profile.name[language], profile.support.phone, profile.support.hours[language]])
      expect(page).toContain(words);
  });

  it("states the rules of the bank's own profile", () => {
    const other = editionOf({ ...profile, pinRule: { minLength: 8, maxLength: 16, symbols: '-_' }, wrongAttemptLimit: 5 }, language, '1.2.3');
    expect(ruleOf(other, 'logonPin')).toContain(other.text.input.ruleLength(8, 16));
    expect(ruleOf(other, 'logonPin')).toContain('-_');
    expect(other.prose.chapters.release.lead).toContain('5');
  });

  it('has the whole way on one page, the phone on its back, and no place to write a PIN', () => {
    for (const { what } of edition.prose.way) expect(page).toContain(what);
    const back = page.slice(page.indexOf('class="back"'));
    expect(back).toContain(profile.support.phone);
    for (const line of edition.prose.checklist) expect(back).toContain(line);
    expect(page).not.toContain('□');
  });

  it('has the number of a step in the picture where it is done', () => {
    expect(page).toContain('<span class="step-number" style="left:10.00%;top:20.00%" aria-hidden="true">1</span>');
    for (const name of manualScreens) {
      const steps = edition.prose.screens[name].does.length;
      for (const { step } of marks[name](edition.text)) expect(step).toBeLessThanOrEqual(steps);
    }
  });

  it('is found wanting when it has too many pages', () => {
    expect(defectsOf({ text: '', pages: 31 }, edition)).toContain('31 pages, more than 30');
  });

  it('is found wanting when read back without a problem, or with a letter that no font has', () => {
    const text = `${page.replace(/<style>.*<\/style>/su, '').replace(/<[^>]+>/gu, '')}`;
    const read = (words: string) => ({ text: unescaped(words).normalize('NFKC').replace(/\s+/gu, ''), pages: 28 });
    expect(defectsOf(read(text), edition)).toEqual([]);
    const { title } = edition.text.problem.codes['pin-locked'];
    expect(defectsOf(read(text.replace(title, '')), edition)).toEqual([`not in the manual: 102 ${title}`]);
    expect(defectsOf(read(`${text}\uFFFD`), edition)).toEqual(['a letter that no font has']);
  });
});

/** The page writes five signs by their numbers. */
function unescaped(html: string): string {
  return html.replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));
}

describe('what the manual shows', () => {
  it.each(manualScreens)('is a scene of the gallery, the same that the help draws: %s', (name) => {
    const { snapshot, users, request, record, preflight } = sceneNamed(shownScreen(name).scene);
    const sample: Sample = samples[name];
    expect({ snapshot, users, record, preflight }).toEqual({
      snapshot: sample.snapshot,
      users: sample.users,
      record: sample.record,
      preflight: sample.preflight,
    });
    if (sample.request === undefined) expect(request).toBeUndefined();
    else expect(request).toMatchObject(sample.request);
  });

  it('is what main could publish', () => {
    for (const { snapshot, users } of Object.values<Sample>(samples)) {
      expect(procedureSnapshotSchema.parse(snapshot)).toEqual(snapshot);
      if (users !== undefined) expect(usersStateSchema.parse(users)).toEqual(users);
    }
  });
});
