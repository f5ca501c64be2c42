import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/**
 * What axe finds on the page as it stands.
 * @param without what is audited elsewhere
 * @returns one line a finding: rule, impact, and where
 */
export async function findBarriers(page: Page, without: readonly string[] = []): Promise<string[]> {
  // Legacy mode stays in the one page that there is; the usual mode would open another.
  const all = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await without.reduce((audit, selector) => audit.exclude(selector), all).analyze();
  return violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
