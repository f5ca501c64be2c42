import type { BankProfile } from '../../main/bank/profile.ts';
import { publishedBank } from '../../main/bank/published-bank.ts';
import type { PublishedBank } from '../../preload/contract/bank.ts';
import type { Language } from '../../preload/contract/preferences.ts';
import { factsOf } from '../../renderer/help/facts.ts';
import type { ManualProse, Proses } from '../../renderer/help/prose.ts';
import { proseEn } from '../../renderer/help/prose-en.ts';
import { proseJa } from '../../renderer/help/prose-ja.ts';
import { proseKo } from '../../renderer/help/prose-ko.ts';
import type { Catalogue } from '../../renderer/text/ja/catalogue.ts';
import { catalogues } from '../window/catalogues.ts';

const proses: Proses = { ja: proseJa, en: proseEn, ko: proseKo };

/** A bank's manual in one language: all that its pages are made from. */
export type Edition = {
  readonly language: Language;
  readonly bank: PublishedBank;
  readonly text: Catalogue;
  readonly prose: ManualProse;
  readonly version: string;
};

/** @param version of the program */
export function editionOf(profile: BankProfile, language: Language, version: string): Edition {
  const text = catalogues[language];
  const bank = publishedBank(profile);
  return { language, bank, text, prose: proses[language](text, factsOf(bank, language)), version };
}
