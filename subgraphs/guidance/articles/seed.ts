import type { Transaction } from '../../../platform/transaction/transaction';
import { keepVersion, standingArticles } from './articles';
import { saysTheSame } from './check-article';
import { CONTENT } from './content/content';

const NOTE = 'Came with the product.';

/**
 * Makes the articles known that come with the product. One that the team has changed stays theirs; one that it has not
 * follows the product's next words as a version of its own.
 */
export async function seedArticles(transaction: Transaction): Promise<void> {
  const standingById = await standingArticles(transaction);
  for (const { id, ...text } of CONTENT) {
    const standing = standingById.get(id);
    if (standing !== undefined && (standing.changed_by !== null || saysTheSame(standing, text))) continue;
    await keepVersion(transaction, {
      ...{ ...text, id, version: (standing?.version ?? 0) + 1 },
      ...{ is_withdrawn: false, changed_by: null, changed_at: new Date(), note: NOTE },
    });
  }
}
