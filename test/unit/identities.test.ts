import { expect, test } from 'vitest';
import { bundlePassphraseName, pendingPassphraseName } from '../../main/certificate/passphrases.ts';
import { nicknameOf } from '../../main/certificate/stores/store.ts';
import type { Administrator } from '../../main/users/ports.ts';
import { type ContractorId, contractorIdSchema, readContractorId, readSerial, type Serial, serialSchema } from '../../preload/contract/identities.ts';

const contractorId = contractorIdSchema.parse('12345678901');
const serial = serialSchema.parse('5A3F');

test('the name of a contract and that of a certificate cannot change places', () => {
  expect(bundlePassphraseName(contractorId, serial)).toBe('certificate/12345678901-5A3F');
  // @ts-expect-error they changed places
  bundlePassphraseName(serial, contractorId);
  // @ts-expect-error they changed places
  nicknameOf(serial, contractorId);
  // @ts-expect-error a certificate is no contract
  const who: ContractorId = serial;
  // @ts-expect-error a contract is no certificate
  const which: Serial = contractorId;
  expect([who, which]).toEqual([serial, contractorId]);
});

test('a text names neither before its schema has read it', () => {
  const typed: string = '12345678901';
  // @ts-expect-error nobody has looked at it
  pendingPassphraseName(typed);
  // @ts-expect-error nobody has looked at it
  const administrator: Pick<Administrator, 'contractorId'> = { contractorId: typed };
  expect(administrator.contractorId).toBe(readContractorId(typed));
});

test.each(['', '1234567890', '123456789012', '１２３４５６７８９０１', '12345678901\n', '../../../etc'])('%j is no contractor ID', (text) => {
  expect(readContractorId(text)).toBeNull();
});

test('a serial number is read as people copy it', () => {
  expect(readSerial('5a:3f')).toBe(serial);
  expect(['', ':', '5A3G', '../5A', '5A\n'].map(readSerial)).toEqual([null, null, null, null, null]);
});
