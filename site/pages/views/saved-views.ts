import { lockName } from '../../../platform/transaction/lock-name';
import { inTransaction } from '../../../platform/transaction/transaction';
import { endOfView } from '../../post/end-subscriptions';
import { hashOf } from '../../sessions/seal';
import type { SavedViewRow } from '../../tables';
import type { PageMakers } from '../page-makers';
import { MOST_VIEWS, type NewView } from './read-view';

/** Whose views: row-level security shows nobody another person's. */
export interface Owner {
  readonly subject: string;
  readonly role: string;
}

/** The views that people keep. */
export interface SavedViews {
  /** One's own, by their titles. */
  list(owner: Owner): Promise<SavedViewRow[]>;
  /** Keeps a view; the same one again is kept once. The id, or null where the person has as many as one may have. */
  keep(owner: Owner, view: NewView): Promise<string | null>;
  /** Whether there was such a view of one's own. */
  remove(owner: Owner, id: string): Promise<boolean>;
}

/** Views in the site's own schema. */
export function createSavedViews({
  dataSource,
  clock,
}: Pick<PageMakers, 'dataSource' | 'clock'>): SavedViews {
  const scopeOf = ({ subject, role }: Owner) => ({ subject, role });
  return {
    list: (owner) =>
      inTransaction(dataSource, scopeOf(owner), (transaction) =>
        transaction.query<SavedViewRow>(
          'select id, owner, title, address, saved_at from site.saved_view where owner = $1 order by lower(title), id',
          [owner.subject],
        ),
      ),
    keep: (owner, { title, address }) =>
      inTransaction(dataSource, scopeOf(owner), async (transaction) => {
        // One person's views one after another, so that two tabs cannot go past the most.
        await lockName(transaction, `site.saved_view/${owner.subject}`);
        const id = idOf(owner, { title, address });
        const held = await transaction.query<{ id: string }>(
          'select id from site.saved_view where owner = $1',
          [owner.subject],
        );
        if (held.some((view) => view.id === id)) return id;
        if (held.length >= MOST_VIEWS) return null;
        await transaction.query(
          'insert into site.saved_view (id, owner, title, address, saved_at) values ($1, $2, $3, $4, $5)',
          [id, owner.subject, title, address, clock.now()],
        );
        return id;
      }),
    remove: (owner, id) =>
      inTransaction(dataSource, scopeOf(owner), async (transaction) => {
        const held = await transaction.query('select id from site.saved_view where id = $1 and owner = $2', [
          id,
          owner.subject,
        ]);
        if (held.length > 0) await endOfView(transaction, id);
        await transaction.query('delete from site.saved_view where id = $1 and owner = $2', [
          id,
          owner.subject,
        ]);
        return held.length > 0;
      }),
  };
}

/** The same view of the same person has the same id, so that a form sent twice keeps one. */
const idOf = ({ subject }: Owner, { title, address }: NewView): string =>
  hashOf(JSON.stringify([subject, title, address]));
