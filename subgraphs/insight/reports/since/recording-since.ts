import { z } from 'zod';
import { dayWords } from '../../../../domain/figures/days';
import { streamName } from '../../../../domain/figures/names';
import type { Transaction } from '../../../../platform/transaction/transaction';
import { netChangesSql } from './changed-facts';

/** A line of what was recorded, or how far a source reached, that changed since a report was frozen. */
export interface RecordingChange {
  /** Whose records it is about, in lower case. */
  readonly keepers: readonly string[];
  readonly text: string;
  readonly at: string;
}

const coverageRow = z
  .object({
    stream: z.string(),
    measure: z.string(),
    recorded_from: z.string(),
    recorded_to: z.string().nullable(),
    taken_back: z.boolean(),
  })
  .nullable();
const reachRow = z
  .object({
    source: z.string(),
    keepers: z.array(z.string()),
    from_day: z.string().nullable(),
    to_day: z.string().nullable(),
  })
  .nullable();

/** Reads what changed of coverage and of the days that sources speak of, the oldest change first. */
export async function readRecordingSince(
  transaction: Transaction,
  snapshot: string,
): Promise<readonly RecordingChange[]> {
  const rows = await transaction.query<{
    relation: string;
    before: unknown;
    after: unknown;
    last_at: Date;
  }>(
    `select relation, before, after, last_at from (${netChangesSql('$1::pg_snapshot')}) changed
     where relation in ('coverage', 'source_reach') order by last_at, record`,
    [snapshot],
  );
  return rows.map(({ relation, before, after, last_at }) => ({
    ...(relation === 'coverage' ? ofCoverage(before, after) : ofReach(before, after)),
    at: last_at.toISOString(),
  }));
}

function ofCoverage(before: unknown, after: unknown): Pick<RecordingChange, 'keepers' | 'text'> {
  const [was, now] = [coverageRow.parse(before), coverageRow.parse(after)];
  const line = now ?? was;
  if (line === null) return { keepers: [], text: '' };
  const [then, present] = [was, now].map((row) =>
    row === null || row.taken_back
      ? 'no line of its own'
      : `recorded ${daysWords(row.recorded_from, row.recorded_to)}`,
  );
  return {
    keepers: [line.stream.toLowerCase()],
    text: `${streamName(line.stream)}, ${line.measure}: ${then} then, ${present} now`,
  };
}

function ofReach(before: unknown, after: unknown): Pick<RecordingChange, 'keepers' | 'text'> {
  const [was, now] = [reachRow.parse(before), reachRow.parse(after)];
  const [then, present] = [was, now].map((row) =>
    row === null || row.from_day === null
      ? 'spoke of no day'
      : `spoke of ${daysWords(row.from_day, row.to_day)}`,
  );
  const keepers = [...new Set([...(was?.keepers ?? []), ...(now?.keepers ?? [])])];
  return { keepers, text: `Records of ${(now ?? was)?.source}: they ${then} then, and ${present} now` };
}

const daysWords = (from: string, to: string | null): string =>
  to === null ? `from ${dayWords(from)} on` : `${dayWords(from)} to ${dayWords(to)}`;
