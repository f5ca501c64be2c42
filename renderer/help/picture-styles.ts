/** What makes a still picture of a card: nothing moves, nothing keeps itself in sight, and the card fills its frame. */
const still = `
*, *::before, *::after { animation: none !important; transition: none !important }
.sheet { max-width: none; margin: 0; box-shadow: none }
`;

let made: { readonly of: number; readonly sheet: CSSStyleSheet } | null = null;

/**
 * The window's own style sheets, as a shadow root can adopt them: those that are loaded now.
 * @returns the same sheet as long as no other was loaded
 */
export function pictureStyles(): CSSStyleSheet {
  const { styleSheets } = document;
  if (made?.of === styleSheets.length) return made.sheet;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...[...styleSheets].flatMap(({ cssRules }) => textsOf(cssRules)), still].join('\n'));
  made = { of: styleSheets.length, sheet };
  return sheet;
}

/** A picture is of a window of the usual size, on a screen, however small the window is in which it stands. Fonts are the page's. */
function textsOf(rules: CSSRuleList): readonly string[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSFontFaceRule) return [];
    if (!(rule instanceof CSSMediaRule)) return [rule.cssText];
    if (/max-width|max-height|print/u.test(rule.conditionText)) return [];
    return rule.conditionText.includes('min-width') ? textsOf(rule.cssRules) : [rule.cssText];
  });
}
