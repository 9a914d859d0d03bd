import { z } from 'zod';
import type { Transaction } from '../../../../platform/transaction/transaction';
import type { KnownDirectorate } from '../../figures/directorates';
import type { KnownParts } from '../../figures/parts';
import type { KnownService } from '../../figures/services';
import { netChangesSql } from './changed-facts';

const servicesRow = z.object({
  id: z.string(),
  name: z.string(),
  former_names: z.array(z.string()),
  directorate_id: z.string(),
  directorate: z.string(),
});
const directoratesRow = z.object({ id: z.string(), name: z.string() });

/** A name that changed since a report was frozen: null before it was given, or after it was taken away. */
export interface Renamed<Named> {
  readonly id: string;
  readonly before: Named | null;
  readonly after: Named | null;
}

/** Which services and directorates were called otherwise then, or belonged elsewhere. */
export interface NamesSince {
  readonly services: readonly Renamed<KnownService>[];
  readonly directorates: readonly Renamed<KnownDirectorate>[];
}

/** Reads what became of names since a snapshot. */
export async function readNamesSince(transaction: Transaction, snapshot: string): Promise<NamesSince> {
  const rows = await transaction.query<{
    relation: string;
    record: string;
    before: unknown;
    after: unknown;
  }>(
    `select relation, record, before, after from (${netChangesSql('$1::pg_snapshot')}) changed
     where relation in ('service', 'directorate') order by relation, record`,
    [snapshot],
  );
  const of = (relation: string) => rows.filter((row) => row.relation === relation);
  return {
    services: of('service').map(({ record, before, after }) => ({
      id: record,
      before: serviceOf(before),
      after: serviceOf(after),
    })),
    directorates: of('directorate').map(({ record, before, after }) => ({
      id: record,
      before: directoratesRow.nullable().parse(before),
      after: directoratesRow.nullable().parse(after),
    })),
  };
}

function serviceOf(row: unknown): KnownService | null {
  const read = servicesRow.nullable().parse(row);
  if (read === null) return null;
  const { id, name, former_names: formerNames, directorate_id: directorateId, directorate } = read;
  return { id, name, formerNames, directorateId, directorate };
}

/** The names that a filter could hold then. */
export const namesThen = (now: KnownParts, since: NamesSince): KnownParts => ({
  ...now,
  services: before(now.services, since.services),
  directorates: before(now.directorates, since.directorates),
});

function before<Named extends { readonly id: string }>(
  now: readonly Named[],
  changed: readonly Renamed<Named>[],
): readonly Named[] {
  const ids = new Set(changed.map(({ id }) => id));
  const then = changed.flatMap((one) => one.before ?? []);
  return [...now.filter(({ id }) => !ids.has(id)), ...then].sort((one, other) =>
    one.id < other.id ? -1 : 1,
  );
}

/** The services whose records may be in other figures now though nothing of the records changed. */
export function movedServices(now: KnownParts, { services, directorates }: NamesSince): readonly string[] {
  const renamed = new Set(directorates.map(({ id }) => id));
  const within = now.services.filter(({ directorateId }) => renamed.has(directorateId));
  return [...new Set([...services, ...within].map(({ id }) => id))].sort();
}
