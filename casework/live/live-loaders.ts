import DataLoader from 'dataloader';
import { recordAudit } from '../../platform/audit/record';
import type { OperationContext } from '../../platform/server/subgraph';
import { groupBy } from '../../platform/tables/group-by';
import { keepNoAnswer } from '../../platform/transaction/kept-answers';
import type { CasePartyRow, LiveCaseRow, TimelineEntryRow, TimelineWordsRow } from './tables';

/** The place of an entry in the timeline of a complaint. */
export interface EntryPlace {
  readonly complaintId: string;
  readonly place: number;
}

/** Look-ups of live complaints, batched by the operation. What a conflict or a restriction closes is not there. */
export interface LiveLoaders {
  readonly liveCases: DataLoader<string, LiveCaseRow | null>;
  /** All that happened to a complaint, in order. */
  readonly timelines: DataLoader<string, TimelineEntryRow[]>;
  /** What was written at an entry. Each reading is recorded, and fails where it cannot be. */
  readonly wordsOfEntry: DataLoader<EntryPlace, TimelineWordsRow[], string>;
  /** Who a complaint is about or from. Each reading is recorded, and fails where it cannot be. */
  readonly partiesOf: DataLoader<string, CasePartyRow[]>;
}

const idOf = ({ complaintId, place }: EntryPlace): string => `${complaintId}\n${place}`;

/** Loaders for one operation. */
export function liveLoaders(context: OperationContext, schema: string): LiveLoaders {
  const { transaction } = context;
  const noteReading = async (rows: readonly { readonly complaint_id: string }[]) => {
    const recordIds = [...new Set(rows.map(({ complaint_id }) => complaint_id))];
    if (recordIds.length > 0) await recordAudit(context, { schema, action: 'ACCOUNT_READ', recordIds });
  };
  const rowsOf = <Row>(table: string, ids: readonly string[], order: string): Promise<Row[]> => {
    // Whose complaint it is to work on goes by more than their role: conflicts and restrictions of their own.
    keepNoAnswer(transaction);
    return transaction.query<Row>(
      `select * from "${schema}".${table} where complaint_id = any ($1) order by ${order}`,
      [ids],
    );
  };
  return {
    liveCases: new DataLoader(async (ids) => {
      const rows = await rowsOf<LiveCaseRow>('live_case', ids, 'complaint_id');
      const found = new Map(rows.map((row) => [row.complaint_id, row]));
      return ids.map((id) => found.get(id) ?? null);
    }),
    timelines: new DataLoader(async (ids) => {
      const rows = await rowsOf<TimelineEntryRow>('timeline_entry', ids, 'place');
      const found = groupBy(rows, ({ complaint_id }) => complaint_id);
      return ids.map((id) => found.get(id) ?? []);
    }),
    wordsOfEntry: new DataLoader(
      async (places) => {
        keepNoAnswer(transaction);
        const rows = await transaction.query<TimelineWordsRow>(
          `select words.* from unnest($1::text[], $2::int[]) as asked (complaint_id, place)
           join "${schema}".timeline_words as words using (complaint_id, place) order by words.part`,
          [places.map(({ complaintId }) => complaintId), places.map(({ place }) => place)],
        );
        await noteReading(rows);
        const found = groupBy(rows, ({ complaint_id: complaintId, place }) => idOf({ complaintId, place }));
        return places.map((place) => found.get(idOf(place)) ?? []);
      },
      { cacheKeyFn: idOf },
    ),
    partiesOf: new DataLoader(async (ids) => {
      const rows = await rowsOf<CasePartyRow>('case_party', ids, 'recorded_at, id');
      await noteReading(rows);
      const found = groupBy(rows, ({ complaint_id }) => complaint_id);
      return ids.map((id) => found.get(id) ?? []);
    }),
  };
}
