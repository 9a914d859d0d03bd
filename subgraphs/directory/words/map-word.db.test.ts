import type { OperationContext } from '../../../platform/server/subgraph';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { type ServedPart, servePart } from '../../../platform/testing/serve-part';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { retractWord } from './retract-word';

// What stands behind the part's own check of scopes is seen alone here.
jest.mock('../../../platform/server/guard-fields', () => ({ guardFields: (schema: object) => schema }));

let database: TestDatabase;
let part: ServedPart;

beforeEach(async () => {
  database = await testDatabase([subgraph]);
  part = await servePart({
    ...{ subgraph, dataSource: database.of('directory'), today: '2022-01-31' },
    person: { subject: 'ada', role: 'admin' },
  });
});
afterEach(async () => {
  await part.stop();
  await database.stop();
});

const ask = (query: string, as = 'admin') => part.ask(query, { role: as });

const RESULT = `__typename ... on WordMapped { kind written source meaning from decidedBy decidedAt }
  ... on Refusal { code message }`;
const MEANS = '... on WordAlreadyMeans { meaning }';
type Answer = Record<string, Record<string, unknown>>;
const map = async (field: string, args: string) => {
  const more = field === 'retractWord' ? '' : MEANS;
  const answer = await ask(`mutation { ${field}(${args}) { ${RESULT} ${more} } }`);
  expect(answer.errors).toBeUndefined();
  return (answer.data as Answer)[field];
};
const service = (written: string, id = 'greenspace', from = '2021-04-01') =>
  map('mapService', `written: "${written}", serviceId: "${id}", from: "${from}"`);
const closureCode = (written: string, meaning: string, source = 'corporate-crm') =>
  map('mapClosureCode', `source: "${source}", written: "${written}", ${meaning}, from: "2021-04-01"`);

const events = (kind: string) =>
  inTransaction(database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, (transaction) =>
    transaction.query<{ subject: string; version: number; payload: Record<string, unknown> }>(
      'select subject, version::int, payload from directory.outbox where kind = $1 order by xid, id',
      [kind],
    ),
  );
const decided = { decidedBy: 'ada', decidedAt: '2022-01-31T12:00:00.000Z' };

describe('a word', () => {
  it.each(['analyst', 'manager', 'officer', 'partner', 'auditor'])(
    'is given no meaning by an %s',
    async (as) => {
      const told = await events('service-named');
      const answer = await ask(
        'mutation { mapService(written: "Parx", serviceId: "greenspace", from: "2021-04-01") { __typename } }',
        as,
      );
      expect(answer.errors).toHaveLength(1);
      expect(await events('word-mapped')).toEqual([]);
      expect(await events('service-named')).toEqual(told);
    },
  );

  it('is refused for a service that there is not', async () => {
    expect(await service('Parx', 'parks')).toMatchObject({
      ...{
        __typename: 'UnknownService',
        code: 'UNKNOWN_SERVICE',
        message: expect.stringContaining('“parks”'),
      },
    });
  });

  it('is refused for a channel that there is not', async () => {
    expect(await map('mapChannel', 'written: "Fax", channelId: "fax", from: "2021-04-01"')).toMatchObject({
      ...{ __typename: 'UnknownChannel', code: 'UNKNOWN_CHANNEL' },
    });
  });

  it.each(['', '  ', 'x'.repeat(201)])('is refused when it is none: “%s”', async (written) => {
    expect(await service(written)).toMatchObject({ __typename: 'WordUnusable', code: 'WORD_UNUSABLE' });
  });

  it('is refused when it is the name of another service', async () => {
    for (const written of ['Highways', ' highway  SERVICES'])
      expect(await service(written)).toMatchObject({ __typename: 'WordAlreadyMeans', meaning: 'highways' });
  });

  it('is refused when it was decided to mean another', async () => {
    await service('Parx');
    expect(await service('PARX', 'highways')).toMatchObject({
      ...{ __typename: 'WordAlreadyMeans', code: 'WORD_ALREADY_MEANS', meaning: 'greenspace' },
    });
  });

  it.each(['31/01/2021', '2021-02-30'])('is refused for the day %s', async (from) => {
    const answer = await ask(
      `mutation { mapService(written: "Parx", serviceId: "greenspace", from: "${from}") { __typename } }`,
    );
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each([
    ['a finding without an answer', 'outcome: UPHELD, closureReason: WITHDRAWN'],
    ['an answer without a finding', 'closureReason: ANSWERED'],
  ])('that is a code is refused for %s', async (_, meaning) => {
    expect(await closureCode('X1', meaning)).toMatchObject({
      ...{ __typename: 'FindingDoesNotFit', code: 'FINDING_DOES_NOT_FIT' },
    });
  });

  it('means a service from now on, and is told with who, when and as its further name', async () => {
    expect(await service(' Parx ')).toEqual({
      ...{ __typename: 'WordMapped', kind: 'SERVICE', written: 'Parx', source: null, meaning: 'greenspace' },
      ...{ from: '2021-04-01', ...decided },
    });
    expect(await events('word-mapped')).toEqual([
      {
        ...{ subject: 'service/parx', version: 1 },
        payload: { kind: 'service', word: 'parx', from: '2021-04-01', serviceId: 'greenspace' },
      },
    ]);
    expect((await events('service-named')).at(-1)).toMatchObject({
      ...{ subject: 'greenspace', version: 2 },
      payload: { formerNames: ['Green Space', 'Greenspace & Parks', 'Parks / Greenspace', 'Parx'] },
    });
  });

  it('means a channel from now on', async () => {
    expect(await map('mapChannel', 'written: "Fax", channelId: "letter", from: "2021-04-01"')).toMatchObject({
      ...{ __typename: 'WordMapped', kind: 'CHANNEL', meaning: 'letter' },
    });
    expect((await events('word-mapped')).at(-1)?.payload).toMatchObject({
      kind: 'channel',
      channel: 'Letter',
    });
    expect((await events('channel-named')).at(-1)?.payload).toMatchObject({ otherNames: ['Fax'] });
  });

  it('means how a stage ended in one system, and may mean another thing in another', async () => {
    const upheld = await closureCode('X1', 'outcome: UPHELD, closureReason: ANSWERED', ' Corporate-CRM');
    expect(upheld).toMatchObject({ source: 'corporate-crm', meaning: 'UPHELD, ANSWERED' });
    expect(await closureCode('x1', 'closureReason: WITHDRAWN')).toMatchObject({
      __typename: 'WordAlreadyMeans',
    });
    expect(await closureCode('x1', 'closureReason: WITHDRAWN', 'adults')).toMatchObject({
      meaning: 'WITHDRAWN',
    });
    expect((await events('word-mapped')).map(({ payload }) => payload)).toEqual([
      {
        ...{ kind: 'closure-code', source: 'corporate-crm', word: 'x1', from: '2021-04-01' },
        ...{ outcome: 'UPHELD', closureReason: 'ANSWERED' },
      },
      {
        ...{ kind: 'closure-code', source: 'adults', word: 'x1', from: '2021-04-01' },
        ...{ outcome: null, closureReason: 'WITHDRAWN' },
      },
    ]);
  });

  it('decided again is the same answer, and told once', async () => {
    const first = await service('Parx');
    expect(await service('PARX ')).toEqual(first);
    expect(await service('Parx', 'greenspace', '2022-01-01')).toEqual(first);
    expect(await events('word-mapped')).toHaveLength(1);
  });

  it('reaches further back when an earlier day is decided', async () => {
    await service('Parx');
    expect(await service('Parx', 'greenspace', '2019-04-01')).toMatchObject({ from: '2019-04-01' });
    expect((await events('word-mapped')).at(-1)).toMatchObject({
      version: 2,
      payload: { from: '2019-04-01' },
    });
  });

  it('that is a name of the service already needs no decision', async () => {
    expect(await service('green space')).toMatchObject({
      ...{ __typename: 'WordMapped', meaning: 'greenspace', from: null, decidedBy: null },
    });
    expect(await events('word-mapped')).toEqual([]);
  });

  it('decided by two at once is decided once', async () => {
    const both = await Promise.all([service('Parx'), service('parx')]);
    expect(both.map((answer) => answer?.__typename)).toEqual(['WordMapped', 'WordMapped']);
    expect(await events('word-mapped')).toHaveLength(1);
  });

  it('stays when the product starts again with its own names', async () => {
    await service('Parx');
    await service('Parcs');
    await map('mapChannel', 'written: "Fax", channelId: "letter", from: "2021-04-01"');
    const before = await Promise.all(['service-named', 'channel-named'].map(events));
    await inTransaction(database.of('directory'), { subject: 'seed', role: 'seed' }, async (transaction) =>
      subgraph.seed?.(transaction),
    );
    expect(await Promise.all(['service-named', 'channel-named'].map(events))).toEqual(before);
  });
});

describe('a word with a meaning', () => {
  const again = (
    id: string,
    basedOnVersion: number,
    { from = '2021-04-01', reason = '"Asked again"' } = {},
  ) =>
    map(
      'mapService',
      `written: "parx", serviceId: "${id}", from: "${from}", reason: ${reason}, basedOnVersion: ${basedOnVersion}`,
    );
  const retract = (basedOnVersion: number, id = 'service/parx', reason = 'A mistake') =>
    map('retractWord', `id: "${id}", basedOnVersion: ${basedOnVersion}, reason: "${reason}"`);
  const namesOf = async (id: string) =>
    (await events('service-named')).filter(({ subject }) => subject === id).at(-1)?.payload.formerNames;
  const toldLast = async () => (await events('word-mapped')).at(-1);

  it('is given another by who has read the one before, and is a name of that alone', async () => {
    await service('Parx');
    expect(await again('highways', 1)).toMatchObject({ __typename: 'WordMapped', meaning: 'highways' });
    expect(await toldLast()).toMatchObject({ version: 2, payload: { serviceId: 'highways' } });
    expect([await namesOf('greenspace'), await namesOf('highways')]).toEqual([
      expect.not.arrayContaining(['Parx']),
      expect.arrayContaining(['parx']),
    ]);
    expect(await again('highways', 2, { from: '2021-06-01' })).toMatchObject({ from: '2021-06-01' });
    const { data } = await ask(
      '{ mappedWordsConnection(id: "service/parx") { totalCount edges { node { version meaning isNewest isKept reason } } } }',
    );
    expect(data).toMatchObject({
      mappedWordsConnection: {
        totalCount: 3,
        edges: expect.arrayContaining([
          { node: { version: 3, meaning: 'highways', isNewest: true, isKept: true, reason: 'Asked again' } },
          { node: { version: 1, meaning: 'greenspace', isNewest: false, isKept: true, reason: null } },
        ]),
      },
    });
  });

  it('is changed by one of two at once; the other is told what it means by now', async () => {
    await service('Parx');
    const both = await Promise.all([again('highways', 1), again('parking', 1)]);
    expect(both.map((answer) => answer?.__typename).sort()).toEqual(['WordChanged', 'WordMapped']);
    const { code, message } = both.find((answer) => answer?.__typename === 'WordChanged') ?? {};
    expect([code, message]).toEqual(['WORD_CHANGED', expect.stringContaining('says ada')]);
    expect(await events('word-mapped')).toHaveLength(2);
  });

  it('needs a reason for another, and is the same answer for the same', async () => {
    await service('Parx');
    expect(await again('highways', 1, { reason: 'null' })).toMatchObject({ code: 'REASON_UNUSABLE' });
    const second = await again('highways', 1);
    expect(await again('highways', 1)).toEqual(second);
    expect(await events('word-mapped')).toHaveLength(2);
  });

  it('has it taken back: it means nothing, and is a name of nothing', async () => {
    await service('Parx');
    const last = await retract(1);
    expect(last).toMatchObject({ __typename: 'WordMapped', meaning: 'greenspace' });
    expect(await toldLast()).toMatchObject({
      version: 2,
      payload: { serviceId: 'greenspace', isKept: false },
    });
    expect(await namesOf('greenspace')).not.toContain('Parx');
    expect(await retract(1)).toEqual(last);
    expect(await retract(2)).toEqual(last);
    expect(await again('highways', 1)).toMatchObject({ code: 'WORD_CHANGED' });
    expect(await service('Parx', 'highways')).toMatchObject({
      __typename: 'WordMapped',
      meaning: 'highways',
    });
    expect(await toldLast()).toMatchObject({ version: 3 });
    expect(await retract(2)).toMatchObject({ code: 'WORD_CHANGED' });
    const audited = await inTransaction(
      database.of('directory'),
      { subject: 'aud', role: 'auditor' },
      (transaction) =>
        transaction.query<{ action: string }>('select action from directory.audit_entry order by id'),
    );
    expect(audited.map(({ action }) => action)).toEqual(['WORD_MAP', 'WORD_RETRACT', 'WORD_MAP']);
  });

  it('keeps what was decided when the product starts again', async () => {
    await service('Parx');
    await again('highways', 1);
    await service('Parcs');
    await retract(1, 'service/parcs');
    const before = await events('service-named');
    await inTransaction(database.of('directory'), { subject: 'seed', role: 'seed' }, async (transaction) =>
      subgraph.seed?.(transaction),
    );
    expect(await events('service-named')).toEqual(before);
  });

  it('that is a code has it taken back in its own system', async () => {
    await closureCode('X1', 'closureReason: WITHDRAWN');
    expect(await retract(1, 'closure-code/corporate-crm/x1')).toMatchObject({ __typename: 'WordMapped' });
    expect(await toldLast()).toMatchObject({ payload: { source: 'corporate-crm', isKept: false } });
    expect(await closureCode('x1', 'outcome: UPHELD, closureReason: ANSWERED')).toMatchObject({
      meaning: 'UPHELD, ANSWERED',
    });
  });

  it('has nothing taken back where there is none, nor without a reason, nor by others', async () => {
    expect(await retract(1, 'service/nobody')).toMatchObject({ code: 'WORD_MEANS_NOTHING' });
    await service('Parx');
    const asked = { id: 'service/parx', basedOnVersion: 1, reason: ' ' };
    expect(await retractWord({} as OperationContext, asked)).toMatchObject({ code: 'REASON_UNUSABLE' });
    // To whom no word is shown there is none; an officer may read, and not decide.
    for (const as of ['analyst', 'manager', 'officer', 'partner', 'auditor']) {
      const query =
        'mutation { retractWord(id: "service/parx", basedOnVersion: 1, reason: "a") { __typename } }';
      const { data, errors } = await ask(query, as);
      expect([as, errors?.length ?? 0, data]).toEqual(
        as === 'officer'
          ? [as, 1, { retractWord: null }]
          : [as, 0, { retractWord: { __typename: 'WordMeansNothing' } }],
      );
    }
    expect(await events('word-mapped')).toHaveLength(1);
    expect((await ask('{ mappedWord(id: "service/parx") { version isKept } }')).data).toEqual({
      mappedWord: { version: 1, isKept: true },
    });
    expect((await ask('{ mappedWord(id: "service/nobody") { version } }')).data).toEqual({
      mappedWord: null,
    });
  });
});

describe('decisions', () => {
  it('are listed with who and when', async () => {
    await service('Parx');
    const answer = await ask('{ mappedWords { kind written meaning from decidedBy decidedAt } }');
    expect(answer.data).toEqual({
      mappedWords: [
        { kind: 'SERVICE', written: 'Parx', meaning: 'greenspace', from: '2021-04-01', ...decided },
      ],
    });
  });

  it.each(['0', '201', 'null'])('are refused for first: %s', async (first) => {
    const answer = await ask(`{ mappedWords(first: ${first}) { written } }`);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('are shown to officers, who see what became of a fault, and to nobody else', async () => {
    await service('Parx');
    const seen = async (role: string) => (await ask('{ mappedWords { written } }', role)).data;
    expect(await seen('officer')).toEqual({ mappedWords: [{ written: 'Parx' }] });
    for (const role of ['analyst', 'manager', 'partner', 'auditor'])
      expect([role, await seen(role)]).toEqual([role, { mappedWords: [] }]);
  });

  it('is given it with a reason, where there is one that can be kept', async () => {
    const because = (reason: string) =>
      map('mapService', `written: "Parx", serviceId: "greenspace", from: "2021-04-01", reason: "${reason}"`);
    expect(await because(' ')).toMatchObject({ code: 'REASON_UNUSABLE' });
    expect(await because(' As the parks team says ')).toMatchObject({ meaning: 'greenspace' });
    const answer = await ask('{ mappedWords { written reason } }');
    expect(answer.data).toEqual({ mappedWords: [{ written: 'Parx', reason: 'As the parks team says' }] });
  });
});
