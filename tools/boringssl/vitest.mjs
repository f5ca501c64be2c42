import * as bun from 'bun:test';
import { leftOut } from './left-out.mjs';

/** What the tests import as "vitest" when Bun runs them: its own, with the tests that are left out skipped. */

const titles = new Set(Object.values(leftOut).flatMap((tests) => Object.keys(tests)));

/** @type {(title: string, run: () => unknown, limit?: number) => void} */
const unlessLeftOut = (title, run, limit) => (titles.has(title) ? bun.test.skip(title, run) : bun.test(title, run, limit));

/** bun:test takes a table's rows as vitest does. */
const chosen = Object.assign(unlessLeftOut, {
  each: bun.test.each.bind(bun.test),
  skipIf: bun.test.skipIf.bind(bun.test),
});

export const { describe, expect, beforeAll, beforeEach, afterAll, afterEach } = bun;
export { chosen as it, chosen as test };
