import { EVERY_SCHEMA, KEYRING } from '../../platform/personal-data/every-schema';
import { keptPage } from '../../platform/personal-data/kept-page';
import { siteSchema } from '../../site/site';
import { loadSubgraphs } from '../../subgraphs/registry';

/** The page of all personal data that the product keeps, in Markdown, as each part says it. */
export function whatIsKept(): string {
  const parts = [...loadSubgraphs(), siteSchema].map(({ name, keptData = [] }) => [name, keptData] as const);
  return keptPage({ ...Object.fromEntries(parts), 'every part': EVERY_SCHEMA, keyring: KEYRING });
}
