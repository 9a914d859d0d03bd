import type { DataSource } from 'typeorm';
import { toDay } from '../../domain/calendar/day';
import { fixedClock } from '../../platform/config/clock';
import { inTransaction } from '../../platform/transaction/transaction';
import { namesOf } from '../kit/names';
import { carryOut, type Keeper } from '../pipeline';
import { type Cells, importRows, readAs, type TestRecord, testKeepers, testSource } from './testing';

let systems = 0;
const sources: Record<string, ReturnType<typeof testSource>> = {};

/** Changes what a made-up system's rows are. */
export function setSource(source: ReturnType<typeof testSource>): void {
  sources[source.name] = source;
}

/** One made-up system with what its stream keeps, and what people decide about it. */
export function openSystem(db: DataSource) {
  systems += 1;
  const name = `amended-${systems}`;
  sources[name] = testSource(name, []);
  const kept: TestRecord[] = [];
  const facts = {
    today: toDay('2022-01-31'),
    names: namesOf({ services: [], directorates: [], channels: [] }),
    streams: [],
  };
  const read = <Row>(sql: string) => readAs<Row>(db, 'import', sql, [name]);
  const decide = (sql: string, values: unknown[]) =>
    inTransaction(db, { subject: 'ada', role: 'admin' }, (transaction) => transaction.query(sql, values));
  return {
    name,
    read,
    decide,
    load: (rows: readonly Cells[]) =>
      importRows(db, { source: testSource(name, rows), keepers: testKeepers(kept) }),
    carryOut: (stream: Keeper = keeperOf(testKeepers(kept)), elsewhere: Keeper = stream) =>
      carryOut({
        ...{ sources, facts, intake: db },
        keepers: { stream, elsewhere },
        clock: fixedClock('2022-01-31'),
      }),
    undo: (runId: number) =>
      decide(
        `insert into intake.amendment (id, kind, source, undoes_run_id, reason, decided_by, decided_at, state, decided_as, cleared_for)
         values (nextval('intake.amendment_number'), 'undo', $1, $2, 'Wrong', 'ada', '2022-01-31', 'pending', 'admin', '{}')`,
        [name, runId],
      ),
    correct: (rowId: string, corrected: Partial<Cells>) =>
      decide(
        `with kept as (
           insert into intake.amendment (id, kind, source, row_id, cells, reason, decided_by, decided_at, state,
             decided_as, cleared_for)
           values (nextval('intake.amendment_number'), 'correct', $1, $2, $3, 'Wrong', 'ada', '2022-01-31', 'pending', 'admin', '{}')
           returning id)
         update intake.quarantined_row set state = 'correcting', amendment_id = (select id from kept) where id = $2`,
        [name, rowId, JSON.stringify(corrected)],
      ),
    newestRun: async () => (await read<{ id: number }>(NEWEST_RUN))[0]?.id ?? 0,
    async state() {
      const parts: Record<string, unknown> = {};
      for (const [part, sql] of Object.entries(STATE)) parts[part] = await read(sql);
      const newest = new Map(kept.map((record) => [record.id, record.text]));
      return { ...parts, kept: [...newest].sort() };
    },
  };
}

const NEWEST_RUN = `select max(id) as id from intake.import_run where source = $1 and state = 'loaded'`;
const OF_SOURCE = 'select id from intake.import_run where source = $1';

/** All that a source's runs have left in intake, but for the ledger. */
const STATE = {
  held: `select identity, content_hash, last_updated, run_id, line, raw, keeper, amendment_id
    from intake.held_row where source = $1 order by identity`,
  quarantine: `select id, line, raw, reasons, first_run_id, last_run_id, state
    from intake.quarantined_row where source = $1 order by id`,
  faults: `select run_id, place, line, code, raw, state, replaced_by_run_id from intake.fault where run_id in (${OF_SOURCE}) order by 1, 2`,
  vanished: `select identity, since_run_id from intake.vanished_row where source = $1 and until_run_id is null order by 1`,
  replaced: `select run_id, identity, raw from intake.replaced_row where run_id in (${OF_SOURCE}) order by 1, 2`,
  basis: `select run_id, on_run_id, rows from intake.run_basis where run_id in (${OF_SOURCE}) order by 1, 2`,
};

function keeperOf(keepers: ReturnType<typeof testKeepers>): Keeper {
  const keeper = keepers.stream;
  if (!keeper) throw new Error('The stream of these tests has no keeper');
  return keeper;
}
