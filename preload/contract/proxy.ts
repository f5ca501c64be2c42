import { z } from 'zod';

/** The company's proxy, as the window knows it: what a person enters for it. */

/** A name with a colon cannot be sent by HTTP Basic (RFC 7617 section 2); no line can hold a control character. */
export const proxySignInInputSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(256)
    .regex(/^[^\p{Cc}:]+$/u),
  password: z
    .string()
    .min(1)
    .max(256)
    .regex(/^[^\p{Cc}]+$/u),
});
