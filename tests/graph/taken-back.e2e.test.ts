import path from 'node:path';
import { type SourceReached, sourceReached } from '../../contracts/events/source-reached';
import type { SourceName } from '../../imports/sources';
import { fixedClock } from '../../platform/config/clock';
import { publish } from '../../platform/outbox/outbox';
import { rebuild } from '../../platform/outbox/rebuild';
import type { KeepRecords, RecordKeeper } from '../../platform/server/keeper';
import { inTransaction } from '../../platform/transaction/transaction';
import { startTestProduct, type TestProduct, TODAY } from '../../scripts/testing/test-product';
import { EVERY_FIGURE } from '../figures/every-figure';

const IMPORT = { subject: 'import', role: 'import' };

/** Whatever comes after another changes what is told of it: coverage its zeros, complaints the cases about them. */
const EXTRACTS: readonly (readonly [SourceName, string])[] = [
  ['ombudsman', 'ombudsman-register.xlsx'],
  ['calls', 'telephony-calls.csv'],
  ['childrens', 'childrens-cloud.jsonl'],
  ['adults', 'adults-social-care.csv'],
  ['coverage', 'coverage.csv'],
  ['corporate-crm', 'corporate-crm.csv'],
];

const QUESTIONS = [
  EVERY_FIGURE,
  '{ calls(by: [GROUP, MONTH]) { rows { group month offered answered abandoned } } }',
  `{ periodReport(financialYear: "2021-22", upTo: Q2) { partial sources { source stream from to } tables { id columns rows { label values } } } }`,
];

const TABLES = ['stage_fact', 'contested_stage', 'complaint_fact', 'ombudsman_case_fact'];

/** What is kept of people, and what it belongs to. */
const OF_PEOPLE: Readonly<Record<string, readonly string[]>> = {
  corporate: ['stage', 'account', 'stage_ward'],
  schools: ['stage', 'account', 'stage_school'],
  adults: ['stage', 'account', 'stage_plan', 'stage_lessons'],
  childrens: ['stage', 'account', 'stage_procedure', 'stage_people'],
  ombudsman: ['ombudsman_case', 'finding', 'remedy'],
  telephony: ['call', 'call_people'],
};

/** A batch as some subgraph was handed it. */
interface Handed {
  readonly subgraph: string;
  readonly keeper: RecordKeeper;
  readonly request: Parameters<KeepRecords>[1];
}

interface Removed {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

describe('imports that are taken back', () => {
  let product: TestProduct;
  const handed: Handed[][] = [];
  const states: unknown[] = [];

  /** All that is told of what was imported: figures, calls, the report, and every fact save how often it changed. */
  async function state(): Promise<unknown> {
    const answers = [];
    for (const question of QUESTIONS) {
      const { data, errors } = await product.ask('analyst', question);
      expect(errors).toBeUndefined();
      answers.push(data);
    }
    const facts = await inTransaction(
      product.schemas.of('insight'),
      { subject: 'test', role: 'projection' },
      async ({ query }) => {
        const rows = [];
        for (const table of TABLES) {
          rows.push(
            await query(
              `select to_jsonb(held) - '{version,changed_at}'::text[] as fact from insight.${table} held order by 1`,
            ),
          );
        }
        return rows;
      },
    );
    return { answers, facts };
  }

  /** How many rows are kept in each of those tables. */
  async function rowsOfPeople(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const [schema, tables] of Object.entries(OF_PEOPLE)) {
      await inTransaction(product.schemas.of(schema), IMPORT, async ({ query }) => {
        for (const table of tables) {
          counts[`${schema}.${table}`] = (await query(`select from "${schema}"."${table}"`)).length;
        }
      });
    }
    return counts;
  }

  const carry = () =>
    product.schemas
      .relay({
        onFailure: ({ error }) => {
          throw error;
        },
      })
      .drain();

  const inBatches = async (
    batches: readonly Handed[],
    work: (keeper: RecordKeeper) => RecordKeeper['keep'] | RecordKeeper['remove'],
  ) => {
    for (const { subgraph, keeper, request } of batches) {
      await inTransaction<unknown>(product.schemas.of(subgraph), IMPORT, (transaction) =>
        work(keeper)(transaction, request),
      );
    }
    await carry();
    // What complaints tell reaches the ombudsmen's part first, and what it tells of its cases by them the figures then.
    await carry();
  };

  const reaches = new Map<string, SourceReached>();
  let versions = 100;

  /** Of which days a source's records speak, as insight knows it once they are loaded. */
  async function noteReach(source: string): Promise<void> {
    const [reach] = await inTransaction(
      product.schemas.of('insight'),
      { subject: 'test', role: 'projection' },
      ({ query }) =>
        query<SourceReached>(
          `select source, keepers, from_day::text as "from", to_day::text as "to", null as "loadedAt"
           from insight.source_reach where source = $1`,
          [source],
        ),
    );
    if (reach) reaches.set(source, reach);
  }

  /** Publishes it again, or that nothing of the source is loaded, as the ledger does beside the keepers. */
  const publishReach = (source: string, isLoaded: boolean) =>
    inTransaction(product.schemas.of('intake'), IMPORT, async (transaction) => {
      const known = isLoaded ? reaches.get(source) : undefined;
      const payload = known ?? { source, keepers: [], from: null, to: null, loadedAt: null };
      versions += 1;
      await publish(transaction, 'intake', [
        sourceReached.event({ subject: source, version: versions, payload }),
      ]);
    });

  beforeAll(async () => {
    product = await startTestProduct();
    states.push(await state());
    for (const { name, keeps = {} } of product.schemas.subgraphs) {
      for (const keeper of Object.values(keeps)) {
        const keep = keeper.keep;
        jest.spyOn(keeper, 'keep').mockImplementation((transaction, request) => {
          handed.at(-1)?.push({ subgraph: name, keeper: { ...keeper, keep }, request });
          return keep(transaction, request);
        });
      }
    }
    for (const [source, file] of EXTRACTS) {
      handed.push([]);
      await product.load(source, path.join(__dirname, '../../demo/extracts', file));
      await carry();
      await noteReach(source);
      states.push(await state());
    }
    jest.restoreAllMocks();
  }, 120_000);
  afterAll(() => product?.stop());

  it('each changed what is told', () => {
    expect(new Set(states.map((one) => JSON.stringify(one))).size).toBe(EXTRACTS.length + 1);
    expect(handed.every((batches) => batches.length > 0)).toBe(true);
  });

  it('kept something of people in every table', async () => {
    const counts = await rowsOfPeople();
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  });

  it('leave everything as it was before each, the last one first', async () => {
    for (const [place, [source]] of [...EXTRACTS.entries()].reverse()) {
      await publishReach(source, false);
      await inBatches(handed[place] ?? [], ({ remove }) => remove);
      expect(await state()).toEqual(states[place]);
    }
  }, 120_000);

  it('leave nothing of anybody', async () => {
    const counts = await rowsOfPeople();
    expect(Object.entries(counts).filter(([, count]) => count > 0)).toEqual([]);
  });

  it('tell whoever keeps a copy what went, and partners nothing of it', async () => {
    const asked = (field: string) =>
      `${field}(since: "2021-01-01T00:00:00Z", first: 200) { totalCount edges { node { id removedAt } } }`;
    const REMOVED = `{ complaints { totalCount } ${asked('removedComplaints')} ${asked('removedOmbudsmanCases')} }`;
    const { data, errors } = await product.ask<Record<string, Removed>>('analyst', REMOVED);
    expect([errors, data.complaints?.totalCount]).toEqual([undefined, 0]);
    for (const field of ['removedComplaints', 'removedOmbudsmanCases']) {
      const ids = data[field]?.edges.map(({ node }) => node.id) ?? [];
      expect([ids.length, new Set(ids).size]).toEqual([
        Math.min(data[field]?.totalCount ?? 0, 200),
        ids.length,
      ]);
      expect(ids.length).toBeGreaterThan(20);
      const { data: found } = await product.ask<{ nodes: unknown[] }>(
        'analyst',
        `{ nodes(ids: ${JSON.stringify(ids.slice(0, 5))}) { id } }`,
      );
      expect(found.nodes).toEqual(Array(5).fill(null));
      expect((await product.ask('partner', `{ ${asked(field)} }`)).errors).toHaveLength(1);
    }
  });

  it('leave it so when they are taken back again, as after an undoing that broke off', async () => {
    await inBatches(handed.flat(), ({ remove }) => remove);
    expect(await state()).toEqual(states[0]);
  });

  it('give the same as before when they are made again, and so do all the events from the first on', async () => {
    for (const [place, [source]] of EXTRACTS.entries()) {
      await publishReach(source, true);
      await inBatches(handed[place] ?? [], ({ keep }) => keep);
      expect(await state()).toEqual(states[place + 1]);
    }
    const clock = fixedClock(TODAY);
    for (const consumer of product.schemas.consumers.filter(({ schema }) => schema === 'insight')) {
      await rebuild({ consumer, sources: product.schemas.sources, clock });
    }
    expect(await state()).toEqual(states.at(-1));
  }, 120_000);
});
