import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { subgraph as intake } from '../../subgraphs/intake/subgraph';
import { type Cells, cells, lineOf } from './testing';
import { openSystem as open } from './testing-amendments';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([intake]);
});
afterAll(() => database.stop());

interface ListedFault {
  readonly run_id: number;
  readonly line: number;
  readonly code: string;
  readonly state: string;
  readonly replaced_by_run_id: number | null;
}

const FAULTS = `select fault.run_id, line, code, fault.state, replaced_by_run_id
  from intake.fault join intake.import_run as run on run.id = fault.run_id where run.source = $1 order by run_id, place`;

function openSystem() {
  const system = open(database.of('intake'));
  const undo = async (run: number) => {
    await system.undo(run);
    await system.carryOut();
  };
  const states = async () =>
    (await system.read<ListedFault>(FAULTS)).map(({ code, state }) => `${code} ${state}`);
  const correct = async (corrected: Partial<Cells>) => {
    const [row] = await system.read<{ id: string }>(
      `select id from intake.quarantined_row where source = $1 and state = 'open' order by id limit 1`,
    );
    if (!row) return;
    await system.correct(row.id, corrected);
    await system.carryOut();
  };
  /** Dismisses the first row that waits, or else reopens the first that was dismissed. */
  const dismissOrReopen = () =>
    system.decide(
      `update intake.quarantined_row set state = case state when 'open' then 'dismissed' else 'open' end
       where id = (select id from intake.quarantined_row where source = $1 and state in ('open', 'dismissed')
         order by state desc, id limit 1)`,
      [system.name],
    );
  return {
    ...system,
    undo,
    states,
    correct,
    dismissOrReopen,
    faults: () => system.read<ListedFault>(FAULTS),
  };
}

const strange = (facts: Partial<Cells> = {}) => cells({ Text: 'strange', ...facts });
const BROKEN = cells({ Id: '7', Kind: 'broken' });

describe('a fault', () => {
  it('is closed by the file whose newer row replaces its own, and open again when that is undone', async () => {
    const system = openSystem();
    await system.load([strange()]);
    expect(await system.states()).toEqual(['STRANGE open']);
    await system.load([cells({ Updated: '2021-05-04T11:00' })]);
    const newer = await system.newestRun();
    expect(await system.faults()).toMatchObject([{ state: 'replaced', replaced_by_run_id: newer }]);
    // The older file again is a copy, and lists nothing.
    await system.load([strange()]);
    expect(await system.states()).toEqual(['STRANGE replaced']);
    await system.undo(await system.newestRun());
    await system.undo(newer);
    expect(await system.states()).toEqual(['STRANGE open']);
  });

  it('of a quarantined row is closed by its correction, wherever the row is met again, and open without it', async () => {
    const system = openSystem();
    await system.load([BROKEN]);
    await system.correct({ Kind: 'complaint' });
    const correction = await system.newestRun();
    expect(await system.states()).toEqual(['BROKEN replaced']);
    await system.load([BROKEN]);
    expect(await system.faults()).toMatchObject([
      { state: 'replaced', replaced_by_run_id: correction },
      { state: 'replaced', replaced_by_run_id: correction },
    ]);
    const again = await system.newestRun();
    await system.undo(correction);
    expect(await system.faults()).toMatchObject([{ replaced_by_run_id: again }, { state: 'open' }]);
  });

  it('of a correction is closed by a newer row, and that of a row met again by the file that met it', async () => {
    const system = openSystem();
    await system.load([BROKEN]);
    await system.load([BROKEN]);
    expect(await system.states()).toEqual(['BROKEN replaced', 'BROKEN open']);
    await system.correct({ Kind: 'complaint', Text: 'strange' });
    expect(await system.states()).toEqual(['BROKEN replaced', 'BROKEN replaced', 'STRANGE open']);
    await system.load([cells({ Id: '7', Updated: '2021-05-04T11:00' })]);
    expect((await system.states()).at(-1)).toBe('STRANGE replaced');
  });

  it('of a dismissed row waits for nobody, wherever the row is met again, until the row is reopened', async () => {
    const system = openSystem();
    await system.load([BROKEN]);
    await system.dismissOrReopen();
    expect(await system.states()).toEqual(['BROKEN dismissed']);
    await system.load([BROKEN]);
    expect(await system.states()).toEqual(['BROKEN replaced', 'BROKEN dismissed']);
    await system.undo(await system.newestRun());
    expect(await system.states()).toEqual(['BROKEN dismissed']);
    await system.dismissOrReopen();
    expect(await system.states()).toEqual(['BROKEN open']);
  });

  it('of what is left out, or of the file, is told anew by the next whole file', async () => {
    const system = openSystem();
    const rows = [cells({ Kind: 'odd' }), cells({}), cells({ Id: '', Kind: 'total', Text: '9' })];
    await system.load(rows);
    await system.load(rows);
    expect((await system.states()).sort()).toEqual([
      'CONTROL_TOTAL_MISMATCH open',
      'CONTROL_TOTAL_MISMATCH replaced',
      'ODD open',
      'ODD replaced',
    ]);
  });

  it('of a copy waits for somebody, whatever replaced the row that holds', async () => {
    const system = openSystem();
    await system.load([cells({ Text: 'one' }), cells({ Text: 'other' })]);
    await system.load([cells({ Updated: '2021-05-04T11:00' })]);
    expect(await system.states()).toEqual(['CONFLICTING_COPY open']);
  });
});

const aRow = fc.record({
  Id: fc.constantFrom('1', '2', '3'),
  Updated: fc.constantFrom('', '2021-05-04T10:00', '2021-05-04T11:00'),
  Stage: fc.constant('1'),
  Kind: fc.constantFrom('complaint', 'complaint', 'broken', 'odd'),
  Text: fc.constantFrom('a', 'strange', 'strange too'),
});
interface Step {
  readonly load?: readonly Cells[];
  readonly correctAs?: string;
  readonly dismiss?: boolean;
  /** Which of the runs in effect. */
  readonly undo?: number;
}
interface Run {
  readonly id: number;
  readonly kind: string;
}
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ load: fc.array(aRow, { minLength: 1, maxLength: 5 }) }),
  fc.record({ correctAs: fc.constantFrom('1', '8') }),
  fc.record({ dismiss: fc.constant(true) }),
  fc.record({ undo: fc.nat({ max: 5 }) }),
);

/** How many there are of each kind: as it is kept, and counted. */
const OF_SOURCE = 'select id from intake.import_run where source = $1';
const KEPT_NUMBERS = `
  select run_id, array[code] as codes, state, sum(count)::int as count from intake.fault_tally
  where run_id in (${OF_SOURCE}) group by run_id, owner, code, state having sum(count) <> 0
  union all
  select first_run_id, codes, state, sum(count)::int from intake.quarantine_tally
  where first_run_id in (${OF_SOURCE}) group by first_run_id, owner, codes, state having sum(count) <> 0
  order by 1, 2, 3, 4`;
const COUNTED = `
  select run_id, array[code] as codes, state, count(*)::int as count from intake.fault
  where run_id in (${OF_SOURCE}) group by run_id, owner, code, state
  union all
  select first_run_id, codes, state, count(*)::int from intake.quarantined_row
  where first_run_id in (${OF_SOURCE}) group by first_run_id, owner, codes, state
  order by 1, 2, 3, 4`;

const stateOf = (row: Kept | undefined): string => row?.state ?? 'open';

interface Kept {
  readonly at: string;
  readonly kind: string;
  readonly state: string;
}
/** Where records are held, and where rows are in quarantine. */
const KEPT = `
  select run_id || ' ' || line as at, 'complaint' as kind, 'open' as state from intake.held_row where source = $1
  union all
  select last_run_id || ' ' || line, 'broken', case state when 'dismissed' then state else 'open' end from intake.quarantined_row where source = $1 and state <> 'corrected'`;
const RUNS = `select id, kind from intake.import_run where source = $1 and state = 'loaded' order by id`;

describe('faults, whatever is loaded, corrected and undone', () => {
  it('wait exactly while what they were found in does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        const system = openSystem();
        const loaded = new Map<number, readonly Cells[]>();
        for (const each of steps) {
          await take(system, loaded, each);
          expect(await system.faults()).toEqual(await expected(system, loaded));
          expect(await system.read(KEPT_NUMBERS)).toEqual(await system.read(COUNTED));
        }
      }),
      { numRuns: 15 },
    );
  });

  async function take(
    system: ReturnType<typeof openSystem>,
    loaded: Map<number, readonly Cells[]>,
    { load, correctAs, dismiss, undo = 0 }: Step,
  ): Promise<void> {
    const runs = await system.read<Run>(RUNS);
    if (correctAs !== undefined) return system.correct({ Kind: 'complaint', Id: correctAs });
    if (dismiss === true) return void (await system.dismissOrReopen());
    const undone = runs[undo % Math.max(runs.length, 1)];
    if (load === undefined) return undone && system.undo(undone.id);
    await system.load(load);
    loaded.set(await system.newestRun(), load);
  }

  /** Which faults wait, told from what is kept alone. */
  async function expected(system: ReturnType<typeof openSystem>, loaded: Map<number, readonly Cells[]>) {
    const kept = await system.read<Kept>(KEPT);
    const runs = await system.read<Run>(RUNS);
    return (await system.faults()).map((fault) => {
      const { run_id, line, code } = fault;
      const kind = loaded.get(run_id)?.find((_, index) => lineOf(index) === line)?.Kind ?? 'complaint';
      const row = kept.find((each) => each.kind === kind && each.at === `${run_id} ${line}`);
      const isListedAnew = runs.some((run) => run.kind === 'file' && run.id > run_id);
      const waits = kind === 'odd' ? !isListedAnew : row !== undefined;
      const isReplaced = code !== 'CONFLICTING_COPY' && !waits;
      const stands = code === 'CONFLICTING_COPY' ? 'open' : stateOf(row);
      const replacer = runs.find(({ id }) => id === fault.replaced_by_run_id)?.id ?? 'a run in effect';
      return {
        ...fault,
        state: isReplaced ? 'replaced' : stands,
        replaced_by_run_id: isReplaced ? replacer : null,
      };
    });
  }
});
