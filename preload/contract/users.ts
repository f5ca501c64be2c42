import { z } from 'zod';
import { isPinText } from './fields.ts';
import { problemSchema } from './problem.ts';
import { nameError } from './typed-text.ts';

/**
 * Section 3 of the manual as it is published: where the logged-on administrator is in
 * ご契約先管理情報変更, and what the screens there show. Without any secret.
 */

/** The screens in the manual's order. */
export const usersScreens = ['closed', 'menu', 'registerOrChange', 'selection', 'change', 'register'] as const;
export type UsersScreen = (typeof usersScreens)[number];

/** A user of the company, as the bank lists them. */
export const companyUserSchema = z.object({
  userId: z.string(),
  name: z.string(),
  /** The user's own PINs are locked; new ones lift it. */
  locked: z.boolean(),
  /** The administrator has suspended the user. */
  suspended: z.boolean(),
  lastLogonAt: z.iso.datetime().nullable(),
});
export type CompanyUser = Readonly<z.infer<typeof companyUserSchema>>;

/** total: users that the search finds; registered: all that the company has. */
export const companyUserPageSchema = z.object({
  users: z.array(companyUserSchema),
  page: z.int().min(1),
  size: z.int().min(1),
  total: z.int().min(0),
  registered: z.int().min(0),
});
export type CompanyUserPage = Readonly<z.infer<typeof companyUserPageSchema>>;

/** What the person looks for in 利用者情報選択. */
export const userSearchSchema = z.object({ search: z.string().max(100), lockedOnly: z.boolean(), page: z.int().min(1).max(10_000) });
export type UserSearch = Readonly<z.infer<typeof userSearchSchema>>;

/** Who was locked when the list was first read, and who of them has got new PINs in this sitting. */
const todoEntry = z.object({ user: companyUserSchema, done: z.boolean() });
export type TodoEntry = Readonly<z.infer<typeof todoEntry>>;

/** What 利用者情報変更 is opened for. */
export const changeParts = ['pins', 'data'] as const;
export type ChangePart = (typeof changeParts)[number];

/** What was just done, to be said above the list. */
const doneSchema = z.object({ what: z.enum(['pins', 'data', 'registered']), user: companyUserSchema });
export type UsersDone = Readonly<z.infer<typeof doneSchema>>;

const open = {
  /** When the bank ends the administrator's session, if nothing is asked until then. */
  expiresAt: z.iso.datetime(),
  todo: z.array(todoEntry),
};
const problem = problemSchema.nullable();
const editing = z.enum(['editing', 'sending']);

export const usersStateSchema = z.discriminatedUnion('screen', [
  /** expiresAt: as below, while an administrator is logged on. lockedUsers: absent while nobody is, or the bank has not said. */
  z.object({ screen: z.literal('closed'), expiresAt: z.iso.datetime().optional(), lockedUsers: z.int().min(0).optional() }),
  z.object({ screen: z.literal('menu'), ...open }),
  z.object({ screen: z.literal('registerOrChange'), ...open }),
  z.object({
    screen: z.literal('selection'),
    ...open,
    search: userSearchSchema,
    /** null until the first answer. */
    list: companyUserPageSchema.nullable(),
    phase: z.enum(['loading', 'ready']),
    done: doneSchema.nullable(),
    problem,
  }),
  z.object({ screen: z.literal('change'), ...open, search: userSearchSchema, user: companyUserSchema, part: z.enum(changeParts), phase: editing, problem }),
  z.object({ screen: z.literal('register'), ...open, phase: editing, problem }),
]);
export type UsersState = Readonly<z.infer<typeof usersStateSchema>>;

/** What no PIN can hold is refused here; whether it follows the bank's rule is checked by whom knows the rule. */
const anyPin = z.string().max(64).refine(isPinText);
const userPins = { userLogonPin: anyPin, userLogonPinReentry: anyPin, userConfirmationPin: anyPin, userConfirmationPinReentry: anyPin };
const userName = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => nameError(text) === null);

/** Inputs of the requests that carry secrets. They are parsed in main and kept nowhere. */
export const overwriteUserPinsInputSchema = z.strictObject({ ...userPins, confirmationPin: anyPin });
export const changeUserInputSchema = z.strictObject({ userName, suspended: z.boolean(), confirmationPin: anyPin });
export const registerUserInputSchema = z.strictObject({ userId: z.string().min(1).max(64), userName, ...userPins, confirmationPin: anyPin });
export const chooseUserInputSchema = z.strictObject({ userId: z.string().min(1).max(64) });
export const choosePartInputSchema = z.strictObject({ part: z.enum(changeParts) });
export type OverwriteUserPinsInput = Readonly<z.infer<typeof overwriteUserPinsInputSchema>>;
export type ChangeUserInput = Readonly<z.infer<typeof changeUserInputSchema>>;
export type RegisterUserInput = Readonly<z.infer<typeof registerUserInputSchema>>;
