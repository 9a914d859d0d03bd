import type { CaseState } from '../../domain/procedure/case-state';
import type { TimelineEntry } from '../../domain/procedure/command';
import { readOwn } from '../reading/read-stages';
import type { OwnInput, OwnStageTable, StreamDefinition } from '../stream/definition';
import type { StageRow } from '../tables/case-tables';
import type { OwnValues, Words } from './live-stage';
import { type CasePartyRow, liveTables } from './tables';
import type { CaseWork } from './write-entry';

/** As a stream’s own tables hold a complaint’s stages, and its people, before a command. */
export interface OwnHeld {
  readonly byStage: ReadonlyMap<number, OwnValues>;
  readonly parties: readonly CasePartyRow[];
}

/** Reads what is written again with every stage. */
export async function readOwnHeld(
  { transaction, stream }: CaseWork,
  { complaintId, held }: { readonly complaintId: string; readonly held: readonly StageRow[] },
): Promise<OwnHeld> {
  const stageIds = held.map(({ id }) => id);
  const tables = [stream.ownStage, stream.ownAccount].flatMap((own) => own ?? []);
  const { caseParty } = liveTables(stream.name);
  const [parties, ...read] = await Promise.all([
    transaction.query<CasePartyRow>(
      `select * from ${caseParty.table} where complaint_id = $1 order by recorded_at, id`,
      [complaintId],
      { isRepeated: true },
    ),
    ...tables.map(async (own) => ({ own, rows: await readOwn(transaction, { own, stageIds }) })),
  ]);
  const byStage = new Map<number, OwnValues>(held.map(({ number }) => [number, {}]));
  for (const { own, rows } of read) {
    for (const row of rows) {
      const number = held.find(({ id }) => id === row.stage_id)?.number ?? 0;
      byStage.set(number, { ...byStage.get(number), ...named(own, row) });
    }
  }
  return { byStage, parties };
}

const named = ({ columns }: OwnStageTable, row: Readonly<Record<string, string | null>>): OwnValues =>
  Object.fromEntries(Object.entries(columns).map(([column, name]) => [name, row[column] ?? null]));

/** What a stream alone records of each stage as it is to stand, and whether that is other than it was. */
export function ownOfCase(
  { liveOwn, ownInput = [] }: Pick<StreamDefinition, 'liveOwn' | 'ownInput'>,
  {
    after: state,
    own,
    ...done
  }: {
    readonly after: CaseState;
    readonly entry: TimelineEntry;
    readonly words: readonly Words[];
    readonly parties: readonly CasePartyRow[];
    readonly own: OwnHeld;
  },
): ReadonlyMap<number, { readonly values: OwnValues; readonly isChanged: boolean }> {
  const parties = withChanged(own.parties, done.parties);
  return new Map(
    state.stages.map((stage) => {
      const held = own.byStage.get(stage.number) ?? goesOn(own.byStage.get(stage.number - 1), ownInput);
      const said = liveOwn?.({ ...done, stage, state, parties }) ?? {};
      const isChanged = Object.entries(said).some(([name, value]) => (held[name] ?? null) !== value);
      return [stage.number, { values: { ...held, ...said }, isChanged }];
    }),
  );
}

/** Everybody as they are kept after an entry: whom it changes, in their old place. */
export const withChanged = (
  held: readonly CasePartyRow[],
  brought: readonly CasePartyRow[],
): readonly CasePartyRow[] => [...new Map([...held, ...brought].map((party) => [party.id, party])).values()];

/** What was told with the complaint is as true of the next stage. */
const goesOn = (before: OwnValues | undefined, ownInput: readonly OwnInput[]): OwnValues =>
  Object.fromEntries(
    ownInput.flatMap(({ keptAs }) => {
      const value = before?.[keptAs] ?? null;
      return value === null ? [] : [[keptAs, value]];
    }),
  );
