/** A sentence for those who look after PCs: they read it in a policy editor, a guide or a terminal, in Japanese or in English. */
export type Bilingual = { readonly ja: string; readonly en: string };

/** The languages of what is said outside of the window. */
export type ConsoleLanguage = keyof Bilingual;
