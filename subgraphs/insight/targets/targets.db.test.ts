import { serviceNamed } from '../../../contracts/events/names';
import type { TestDatabase } from '../../../platform/testing/database';
import { type ServedPart, servePart } from '../../../platform/testing/serve-part';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import {
  complaintChanged,
  event,
  insightDatabase,
  project,
  sourceReached,
  stage,
  streamDescribed,
} from '../testing/fixtures';
import { ANSWER_STATE } from './answer-state';

let database: TestDatabase;
let part: ServedPart;

const late = (id: string, isLate: boolean) =>
  stage({
    id,
    receivedOn: '2021-04-01',
    answeredOn: '2021-05-03',
    dueOn: isLate ? '2021-05-01' : '2021-05-31',
  });

beforeAll(async () => {
  database = await insightDatabase();
  await project(database, [
    streamDescribed({ stream: 'CORPORATE' }),
    sourceReached({ source: 'crm', keepers: ['corporate'], from: '2020-04-01', to: '2021-09-30' }),
    event(serviceNamed.kind, 1, {
      ...{ id: 'parking', name: 'Parking', formerNames: ['Car Parks'] },
      ...{ directorateId: 'place', directorate: 'Place' },
    }),
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((number) =>
      complaintChanged({
        id: `corporate-${number}`,
        stages: [late(`corporate-stage-${number}`, number === 0)],
      }),
    ),
  ]);
  part = await servePart({
    ...{ subgraph, dataSource: database.of('insight'), today: '2021-10-15' },
    person: { subject: 'ola', role: 'officer' },
  });
});
afterAll(async () => {
  await part.stop();
  await database.stop();
});

interface Done {
  readonly __typename: string;
  readonly code?: string;
  readonly part?: string;
  readonly id?: string;
  readonly version?: number;
}

const TARGET = `... on Refusal { code message } ... on TargetChanged { target { version value } }
  ... on Target { id version value tolerance source isEnded service stream stage definition { title }
    decisions { version isEnded decidedBy reason } }`;

async function change(mutation: string, shows = ''): Promise<Done> {
  const { data, errors } = await part.ask(`mutation { done: ${mutation} { __typename ${TARGET} ${shows} } }`);
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join(' '));
  return (data as { done: Done }).done;
}
const save = (basedOn: number, target: string) =>
  change(`saveTarget(target: { ${target} }, basedOnVersion: ${basedOn})`, '... on TargetUnusable { part }');
const IN_TIME = 'measure: IN_TIME_RATE, financialYear: "2021-22", tolerance: 5, source: "Cabinet"';

const listed = async (role: string, asked = ''): Promise<unknown> => {
  const { data, errors } = await part.ask(`{ targets${asked} { id version } }`, { role });
  return errors === undefined ? (data as { targets: unknown }).targets : errors[0]?.extensions?.code;
};

describe('targets', () => {
  const ID = 'IN_TIME_RATE.2021-22.all.1.all';

  it('are set with who and why, changed by who knows how they stand, and are the same when they are set again', async () => {
    expect(await save(0, `${IN_TIME}, stage: 1, value: 0.9`)).toMatchObject({
      ...{ __typename: 'Target', id: ID, version: 1, value: 0.9, tolerance: 5, stage: 1, stream: null },
      ...{
        definition: { title: 'Share answered in time' },
        decisions: [{ decidedBy: 'ola', reason: 'Cabinet' }],
      },
    });
    for (let times = 0; times < 2; times += 1)
      expect(await save(1, `${IN_TIME}, stage: 1, value: 0.85`)).toMatchObject({ version: 2, value: 0.85 });
    expect(await save(1, `${IN_TIME}, stage: 1, value: 0.7`)).toMatchObject({
      ...{ code: 'TARGET_CHANGED', target: { version: 2, value: 0.85 } },
    });
  });

  it('are refused where they cannot be met, and name what is there by any of its names', async () => {
    expect(await save(0, `${IN_TIME.replace('IN_TIME_RATE', 'RECEIVED')}, value: 5`)).toMatchObject({
      ...{ code: 'TARGET_UNUSABLE', part: 'measure' },
    });
    expect(await save(0, `${IN_TIME}, service: "Bins", value: 0.9`)).toMatchObject({ part: 'service' });
    expect(await save(0, `${IN_TIME}, service: "car parks", value: 0.8`)).toMatchObject({
      ...{ id: 'IN_TIME_RATE.2021-22.all.all.service:parking', service: 'Parking' },
    });
  });

  it('judge figures that they hold for, and tell which way they went', async () => {
    const { data } =
      await part.ask(`{ figures(measures: [IN_TIME_RATE, ANSWERED], where: { financialYears: ["2021-22"], stages: [1] },
      compareWith: [SAME_PERIOD_LAST_YEAR]) { value judged { targetId rag words } comparisons { direction } } }`);
    expect(data).toMatchObject({
      figures: [
        { value: 0.875, judged: { targetId: ID, rag: 'GREEN', words: 'Green: meets 85\u00a0%' } },
        { value: 8, judged: null, comparisons: [{ direction: 'CHANGED' }] },
      ],
    });
  });

  it('are read by those who report, and judge for nobody else', async () => {
    expect(await listed('analyst')).toHaveLength(2);
    expect(await listed('analyst', '(financialYears: ["2020-21"])')).toEqual([]);
    for (const role of ['partner', 'auditor']) {
      const seen = await inTransaction(database.of('insight'), { subject: 'x', role }, (transaction) =>
        transaction.query('select id from insight.target_decision'),
      );
      expect(seen).toEqual([]);
    }
  });

  it('are decided on in ones own name by those who may, by the database too', async () => {
    const insert = (role: string, decided_by: string) =>
      inTransaction(database.of('insight'), { subject: 'ola', role }, (transaction) =>
        transaction.query(
          `insert into insight.target_decision select id || 'x', version, measure, financial_year, stream, stage,
             directorate_id, service_id, value_millionths, tolerance_millionths, reason, is_ended, $1, decided_at
           from insight.target_decision where version = 1 limit 1`,
          [decided_by],
        ),
      );
    await expect(insert('analyst', 'ola')).rejects.toThrow('row-level security');
    await expect(insert('officer', 'ada')).rejects.toThrow('row-level security');
  });

  it('make kept answers old at once', async () => {
    const state = async () => {
      const [row]: { state: string }[] = await database.of('insight').query(ANSWER_STATE);
      return row?.state;
    };
    await database.owner.query(
      `insert into insight.follower_place (follower, source, caught_up_at) values ('facts', 'corporate', now())`,
    );
    const before = await state();
    expect(before).toBeDefined();
    await save(2, `${IN_TIME}, stage: 1, value: 0.9`);
    expect(await state()).not.toBe(before);
  });

  it('are ended with a reason, once, and hold again when they are set again', async () => {
    const end = (basedOn: number, reason = 'Taken back', id = ID) =>
      change(`endTarget(id: "${id}", basedOnVersion: ${basedOn}, reason: "${reason}")`);
    expect(await end(3, ' ')).toMatchObject({ code: 'REASON_UNUSABLE' });
    expect(await end(1, 'x', 'nothing')).toMatchObject({ code: 'UNKNOWN_TARGET' });
    expect(await end(1)).toMatchObject({ code: 'TARGET_CHANGED', target: { version: 3 } });
    for (let times = 0; times < 2; times += 1)
      expect(await end(3)).toMatchObject({ isEnded: true, version: 4, value: 0.9, source: 'Cabinet' });
    expect(await listed('analyst')).toHaveLength(1);
    expect(await listed('analyst', '(withEnded: true)')).toHaveLength(2);
    expect(await save(4, `${IN_TIME}, stage: 1, value: 0.9`)).toMatchObject({ isEnded: false, version: 5 });
    const audited = await part.ask('{ insightAuditEntries { edges { node { action subject } } } }', {
      ...{ subject: 'aud', role: 'auditor' },
    });
    expect(JSON.stringify(audited.data)).toContain(`"TARGET_END","subject":"${ID}"`);
  });

  it('are set once where two people set one at once', async () => {
    const all = await Promise.all(
      [0.5, 0.6].map((value) => save(5, `${IN_TIME}, stage: 1, value: ${value}`)),
    );
    expect(all.map(({ code }) => code ?? 'done').sort()).toEqual(['TARGET_CHANGED', 'done']);
  });
});
