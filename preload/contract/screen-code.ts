/**
 * Screen codes: what a customer reads to the bank by phone. The first two figures are section and item
 * of the bank's manual, which the supporter has at hand; what follows the manual's end counts on.
 * The third, where there is one, is the number of the problem shown.
 */
export const stepCodes = {
  locked: '1-1',
  awaitingRelease: '1-2',
  logonMenu: '2-1',
  activationMenu: '2-2',
  identification: '2-3',
  newPins: '2-4',
  oneTimePassword: '2-5',
  certificateRequired: '2-6',
  retrieval: '2-7',
  certificateReady: '2-8',
  loggedOn: '2-9',
} as const;

/**
 * @param step the step that is on the screen
 * @param problemNumber the number of the problem shown with it, if any
 * @returns e.g. "2-3" or "2-3-101"
 */
export function screenCode(step: keyof typeof stepCodes, problemNumber?: number): string {
  return problemNumber === undefined ? stepCodes[step] : `${stepCodes[step]}-${problemNumber}`;
}
