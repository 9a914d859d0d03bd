import DataLoader from 'dataloader';
import { recordAudit } from '../../../platform/audit/record';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { EntryRow, WordsRow } from './tables';
import { worksOnRows } from './works-on';

/** What was written at entries, read for all entries of an operation together. */
export type EntryWords = DataLoader<EntryRow, WordsRow[] | null, string>;

const keyOf = ({ case_id, place }: Pick<EntryRow, 'case_id' | 'place'>): string => `${case_id} ${place}`;

/** Null at an entry of a case that the caller does not work on. Each reading is recorded in its transaction, or is none. */
export function wordsOfEntries(context: OperationContext): EntryWords {
  return new DataLoader<EntryRow, WordsRow[] | null, string>(
    async (entries) => {
      const caseIds = [...new Set(entries.map(({ case_id }) => case_id))];
      const theirs = await worksOnRows(context, caseIds);
      const rows = await context.transaction.query<WordsRow>(
        `select words.* from unnest($1::text[], $2::int[]) as asked (case_id, place)
           join ombudsman.enquiry_words words on words.case_id = asked.case_id and words.place = asked.place
         order by words.case_id, words.place, words.part`,
        [entries.map(({ case_id }) => case_id), entries.map(({ place }) => place)],
      );
      const found = new Map<string, WordsRow[]>();
      for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
      const recordIds = [...new Set(rows.map(({ case_id }) => case_id))];
      if (recordIds.length > 0)
        await recordAudit(context, { schema: 'ombudsman', action: 'OMBUDSMAN_WORDS_READ', recordIds });
      return entries.map((entry) => (theirs.has(entry.case_id) ? (found.get(keyOf(entry)) ?? []) : null));
    },
    { cacheKeyFn: keyOf },
  );
}
