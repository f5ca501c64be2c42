import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/**
 * What axe finds on the page as it stands.
 * @returns one line a finding: rule, impact, and where
 */
export async function findBarriers(page: Page): Promise<string[]> {
  // Legacy mode stays in the one page that there is; the usual mode would open another.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
