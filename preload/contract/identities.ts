import { z } from 'zod';
import { contractorIdLength } from './fields.ts';

/**
 * What names a contract, and what names a certificate. Both are texts that stand side by side in many calls: as
 * branded types they cannot change places. What comes from outside becomes one by its schema, and in no other way.
 */

/** 契約者ID（利用者番号）: 11 digits. */
export const contractorIdSchema = z
  .string()
  .regex(new RegExp(`^[0-9]{${contractorIdLength}}$`, 'u'))
  .brand<'ContractorId'>();
export type ContractorId = z.infer<typeof contractorIdSchema>;

/** @returns null where the text is no contractor ID */
export function readContractorId(text: string): ContractorId | null {
  return contractorIdSchema.safeParse(text).data ?? null;
}

/** A certificate's serial number: hexadecimal, upper case, as certutil and openssl print it. */
export const serialSchema = z
  .string()
  .regex(/^[0-9A-F]*$/u)
  .brand<'Serial'>();
export type Serial = z.infer<typeof serialSchema>;

/**
 * @param text as people copy it: letters of either case, colons between the bytes
 * @returns null where that is no serial number
 */
export function readSerial(text: string): Serial | null {
  const plain = text.replaceAll(':', '').toUpperCase();
  return plain === '' ? null : (serialSchema.safeParse(plain).data ?? null);
}
