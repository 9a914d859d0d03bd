import type { Transaction } from '../../../platform/transaction/transaction';
import type { Measure } from '../figures/catalogue/measure-catalogue';

/** One line of the team's list, as the graph shows it. */
export interface ListedCoverage {
  readonly stream: string;
  readonly name: string;
  readonly measure: Measure;
  readonly stage: number | null;
  readonly from: string;
  readonly to: string | null;
  readonly granularity: 'DAY' | 'YEAR';
}

interface LineRow {
  readonly stream: string;
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
  readonly granularity: string;
}

/** The team's list of what was recorded when, by stream, name and day. A line whose name means no figure is left out. */
export async function listCoverage(
  { transaction }: { readonly transaction: Transaction },
  streams: readonly string[] | null,
): Promise<ListedCoverage[]> {
  const rows = await transaction.query<LineRow>(
    `select stream, measure as name, recorded_from::text as "from", recorded_to::text as "to", granularity
     from insight.coverage where not taken_back and ($1::text[] is null or stream = any($1::text[]))
     order by stream, measure, recorded_from`,
    [streams],
  );
  return rows.flatMap(({ granularity, ...line }) => {
    const means = meaningOf(line.name);
    return means === null
      ? []
      : [{ ...line, ...means, granularity: granularity === 'year' ? 'YEAR' : 'DAY' }];
  });
}

/** What a name of the list speaks of (contract, "Coverage names map so"); null for one that nothing maps to. */
function meaningOf(name: string): Pick<ListedCoverage, 'measure' | 'stage'> | null {
  if (name === 'escalated_to_ombudsman') return { measure: 'REFERRED_TO_OMBUDSMAN', stage: null };
  const [, how, stage] = /^(escalated|direct)_to_stage_(\d)$/.exec(name) ?? [];
  if (how === undefined) return null;
  return { measure: how === 'direct' ? 'DIRECT' : 'ESCALATED', stage: Number(stage) };
}
