import { describe, expect, it } from 'vitest';
import { type ReviewedForm, toReview } from '../../renderer/state/review.ts';

const nothing: readonly string[] = [];
const both = ['contractorId', 'registrationPin'];

/** What a person compares before a form is sent, by the wrong entries that are left. */
const table: readonly (readonly [ReviewedForm, number | null, readonly string[]])[] = [
  ['identification', null, nothing],
  ['identification', 7, nothing],
  ['identification', 3, nothing],
  ['identification', 2, both],
  ['identification', 1, both],
  ['identification', 0, nothing],
  ['newPins', 3, nothing],
  ['newPins', 2, ['registrationPin']],
  ['newPins', 1, ['registrationPin']],
  ['newPins', null, nothing],
  ['oneTimePassword', 3, nothing],
  ['oneTimePassword', 2, ['oneTimePassword']],
  ['oneTimePassword', 1, ['oneTimePassword']],
  ['oneTimePassword', null, nothing],
  ['certificateReady', 3, nothing],
  ['certificateReady', 2, ['logonPin']],
  ['certificateReady', 1, ['logonPin']],
  ['certificateReady', 0, nothing],
  ['userChange', 3, nothing],
  ['userChange', 2, ['confirmationPin']],
  ['userChange', 1, ['confirmationPin']],
  ['userRegister', 3, nothing],
  ['userRegister', 2, ['confirmationPin']],
  ['userRegister', 1, ['confirmationPin']],
];

describe('before one of the last two attempts the person compares what costs one', () => {
  it.each(table)('%s with %s left: %j', (form, left, fields) => {
    expect(toReview(form, left)).toEqual(fields);
  });
});
