import type { RequestEntries } from '../../../preload/contract/release-request.ts';
import { contractorId, organization } from './procedure.ts';

/** A request that lacks nothing. */
export const requestEntries: RequestEntries = {
  date: '2026-11-22',
  branch: '本店営業部',
  company: organization,
  representative: '代表取締役（見本）',
  accountKind: 'current',
  accountNumber: '3104682',
  contractorId,
  lockedPins: ['logonPin', 'userConfirmationPin'],
  userName: '経理課 担当1',
  reason: 'other',
  reasonText: '管理者の引き継ぎの途中で、続けて入力を誤ったため',
  contactName: '総務課 担当2',
  contactPhone: '03-5550-0142',
};
