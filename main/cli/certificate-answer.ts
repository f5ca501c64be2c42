import { z } from 'zod';
import { type RenewalRule, validityOf } from '../../preload/contract/validity.ts';
import type { InventoryEntry } from '../certificate/inventory.ts';
import type { Bilingual, ConsoleLanguage } from '../policy/bilingual.ts';
import type { HeldCertificate } from '../procedure/ports.ts';

/** A certificate of this PC, as commands show it. */
export const certificateAnswer = z.object({
  serial: z.string(),
  contractorId: z.string(),
  organization: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  store: z.enum(['nss', 'windows', 'macos']),
  validity: z
    .enum(['notDue', 'due', 'closed', 'expired', 'revokeFirst', 'paperForm'])
    .describe("by this PC's clock; due: to be renewed now; closed: in force, and renewed no more; expired: can still be renewed"),
  renewableFrom: z.string().nullable().describe('where it is too early'),
  daysLeft: z.int().nullable().describe('whole days to the expiry; null once it has expired'),
});
export type CertificateAnswer = z.infer<typeof certificateAnswer>;

export function certificateAnswerOf({ contractorId, organization, certificate }: HeldCertificate, rule: RenewalRule, now: Date): CertificateAnswer {
  const { serial, notBefore, notAfter, store } = certificate;
  const validity = validityOf(notAfter, now, rule);
  return {
    serial,
    contractorId,
    organization,
    notBefore,
    notAfter,
    store,
    validity: validity.kind,
    renewableFrom: validity.kind === 'notDue' ? validity.renewableFrom : null,
    daysLeft: 'daysLeft' in validity ? validity.daysLeft : null,
  };
}

export const heldOf = ({ contractorId, organization, summary }: InventoryEntry): HeldCertificate | null =>
  summary === null ? null : { contractorId, organization, certificate: summary };

const validityWords: Readonly<Record<CertificateAnswer['validity'], Bilingual>> = {
  notDue: { ja: '有効', en: 'valid' },
  due: { ja: '更新の時期です', en: 'to be renewed now' },
  closed: { ja: '有効（更新の受付は終わりました）', en: 'valid (no longer renewed)' },
  expired: { ja: '期限切れ（まだ更新できます）', en: 'expired (can still be renewed)' },
  revokeFirst: { ja: '期限切れ（銀行での失効が必要です）', en: 'expired (the bank has to revoke it first)' },
  paperForm: { ja: '期限切れ（書面でのお申し込みが必要です）', en: 'expired (the bank wants a form on paper)' },
};

export function sayCertificate(
  { serial, contractorId, organization, notAfter, validity, daysLeft, renewableFrom }: CertificateAnswer,
  language: ConsoleLanguage,
): string {
  const ja = language === 'ja';
  const left = daysLeft === null ? '' : ja ? `、残り ${daysLeft} 日` : `, ${daysLeft} days left`;
  const from = renewableFrom === null ? '' : ja ? `、更新できるのは ${renewableFrom} から` : `, renewable from ${renewableFrom}`;
  return `${serial}  ${contractorId}  ${organization}  ${ja ? '期限' : 'until'} ${notAfter} (${validityWords[validity][language]}${left}${from})`;
}
