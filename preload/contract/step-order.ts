/**
 * The order of the way between the identification and the logon: one of the things in which banks differ. The steps
 * are the same ones; a bank's order of them is a value, which the transition and the window's way follow.
 */

type WayPart = 'newPins' | 'oneTimePassword' | 'certificate';
export type StepOrder = readonly WayPart[];

export const stepOrderNames = ['activationFirst', 'certificateFirst'] as const;
export type StepOrderName = (typeof stepOrderNames)[number];

export const stepOrders: Readonly<Record<StepOrderName, StepOrder>> = {
  /** The manual's: 開通確認 with new PINs and the one-time password, which brings the right to the certificate. */
  activationFirst: ['newPins', 'oneTimePassword', 'certificate'],
  /** The one-time password brings the right to the certificate; with that comes 開通確認 with new PINs, after another identification. */
  certificateFirst: ['oneTimePassword', 'certificate', 'newPins'],
};
