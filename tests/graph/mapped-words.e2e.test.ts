import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';

const HEADER =
  'Case Ref,Case Type,Stage,Parent Ref,Route,Date Received,Date Acknowledged,Target Date,Date Responded,Status,Closure Code,Directorate,Service,Category,Channel,Ward,Officer,School URN,School,Title,Forename,Surname,Email,Postcode,Summary,Last Updated';
const row = (
  reference: string,
  { service = 'Parx', code = 'X1', received = '04/05/2021', answered = '06/05/2021' } = {},
) =>
  `${reference},Corporate Complaint,1,,,${received},${received},,${answered},Closed,${code},,${service},Delay,Fax,,,,,,,,,,,07/05/2021 10:00`;
const file = (...rows: string[]) => `\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`;

const MAPPED = '__typename ... on WordMapped { meaning } ... on Refusal { code }';
const MAP = {
  service: `mutation { done: mapService(written: "parx", serviceId: "greenspace", from: "2021-04-01") { ${MAPPED} } }`,
  channel: `mutation { done: mapChannel(written: "Fax", channelId: "letter", from: "2021-04-01") { ${MAPPED} } }`,
  code: `mutation { done: mapClosureCode(source: "corporate-crm", written: "x1", outcome: UPHELD, closureReason: ANSWERED, from: "2021-04-01") { ${MAPPED} } }`,
};
const FIGURES =
  '{ measures(by: [SERVICE, CHANNEL, OUTCOME], where: { from: "2021-04-01" }) { rows { service channel outcome received } } }';
const OPEN = '{ faults(where: { states: [OPEN] }) { totalCount } }';

describe('words of inherited systems that nobody knew', () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
    const early = row('100000003', { received: '04/03/2021', answered: '05/03/2021' });
    await product.loadText(
      'corporate-crm',
      file(row('100000001'), row('100000002', { service: 'PARX ' }), early),
    );
  });
  afterAll(() => product.stop());

  /** What a change tells first reaches the streams, and what they tell by it reaches the figures. */
  async function settle(): Promise<void> {
    const relay = product.schemas.relay({
      onFailure: ({ error }) => {
        throw error;
      },
    });
    await relay.drain();
    await relay.drain();
  }
  const figures = async (query = FIGURES) => {
    const { data, errors } = await product.ask<{ measures: { rows: object[] } }>('analyst', query);
    expect(errors).toBeUndefined();
    return data.measures.rows;
  };
  const openFaults = async () =>
    (await product.ask<{ faults: { totalCount: number } }>('admin', OPEN)).data.faults.totalCount;

  it('are given no meaning by somebody who is not signed in', async () => {
    const { status, errors } = await product.ask(null, MAP.service);
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it.each(['analyst', 'manager', 'officer', 'partner', 'auditor'])(
    'are given none by an %s',
    async (role) => {
      for (const mutation of Object.values(MAP)) {
        const { status, data, errors } = await product.ask(role, mutation);
        expect([status, data, errors?.[0]?.extensions.code]).toEqual([403, undefined, 'FORBIDDEN']);
      }
    },
  );

  it('are not recorded until an admin gives them one; then figures follow without another load', async () => {
    expect(await figures()).toEqual([
      { service: 'Not recorded', channel: 'Not recorded', outcome: null, received: 2 },
    ]);
    expect(await openFaults()).toBe(9);
    for (const mutation of Object.values(MAP)) {
      const { data, errors } = await product.ask<{ done: object }>('admin', mutation);
      expect({ errors, data }).toMatchObject({
        errors: undefined,
        data: { done: { __typename: 'WordMapped' } },
      });
    }
    await settle();
    expect(await figures()).toEqual([
      { service: 'Greenspace', channel: 'Letter', outcome: 'UPHELD', received: 2 },
    ]);
    expect(await openFaults()).toBe(0);
  });

  it('are told of in the lineage of a record, with who decided', async () => {
    const { data, errors } = await product.ask(
      'officer',
      `{ complaint(reference: "100000001") { stages { lineage { line faults { code value state decision { meaning decidedBy } } } } } }`,
    );
    const by = { decidedBy: 'ada' };
    const faults = expect.arrayContaining([
      { code: 'UNKNOWN_SERVICE', value: 'Parx', state: 'MAPPED', decision: { meaning: 'greenspace', ...by } },
      { code: 'UNKNOWN_CHANNEL', value: 'Fax', state: 'MAPPED', decision: { meaning: 'letter', ...by } },
      {
        ...{ code: 'UNKNOWN_CLOSURE_CODE', value: 'X1', state: 'MAPPED' },
        decision: { meaning: 'UPHELD, ANSWERED', ...by },
      },
    ]);
    expect({ errors, data }).toEqual({
      errors: undefined,
      data: { complaint: { stages: [{ lineage: { line: 2, faults } }] } },
    });
  });

  it('mean nothing for what was received before the day that was decided', async () => {
    const before = FIGURES.replace('from: "2021-04-01"', 'to: "2021-03-31"');
    expect(await figures(before)).toEqual([
      { service: 'Not recorded', channel: 'Not recorded', outcome: null, received: 1 },
    ]);
  });

  it('can be asked for as names of what they mean', async () => {
    const byWord = FIGURES.replace('from: "2021-04-01"', 'services: ["Parx"]');
    expect(await figures(byWord)).toMatchObject([{ service: 'Greenspace', received: 2 }]);
  });

  it('are known to the next load, which finds no fault in them', async () => {
    await product.loadText('corporate-crm', file(row('100000004')));
    expect(await openFaults()).toBe(0);
    expect(await figures()).toEqual([
      { service: 'Greenspace', channel: 'Letter', outcome: 'UPHELD', received: 3 },
    ]);
  });

  it('given again are the same', async () => {
    for (const mutation of Object.values(MAP)) {
      const { data } = await product.ask<{ done: object }>('admin', mutation);
      expect(data.done).toMatchObject({ __typename: 'WordMapped' });
    }
    await settle();
    expect(await figures()).toMatchObject([{ received: 3 }]);
  });

  it('are given another meaning, and none: rows, figures and faults follow each time', async () => {
    const decide = async (mutation: string) => {
      const { data, errors } = await product.ask<{ done: object }>(
        'admin',
        `mutation { done: ${mutation} { ${MAPPED} } }`,
      );
      expect({ errors, data }).toMatchObject({
        errors: undefined,
        data: { done: { __typename: 'WordMapped' } },
      });
      await settle();
    };
    const another = 'from: "2021-04-01", reason: "As they say", basedOnVersion: 1';
    await decide(`mapService(written: "parx", serviceId: "highways", ${another})`);
    await decide(
      `mapClosureCode(source: "corporate-crm", written: "x1", closureReason: WITHDRAWN, ${another})`,
    );
    await decide('retractWord(id: "channel/fax", basedOnVersion: 1, reason: "A mistake")');
    expect(await figures()).toEqual([
      { service: 'Highways', channel: 'Not recorded', outcome: null, received: 3 },
    ]);
    // Those of the first three rows: the fourth came while the word had its meaning.
    expect(await openFaults()).toBe(3);
    await product.loadText('corporate-crm', file(row('100000005')));
    expect([(await figures()).length, await openFaults()]).toEqual([1, 4]);
    const { errors } = await product.ask(
      'admin',
      `mutation { done: mapService(written: "parx", serviceId: "parking", ${another}) { ${MAPPED} } }`,
    );
    expect(errors).toBeUndefined();
    expect(await figures()).toMatchObject([{ service: 'Highways', received: 4 }]);
  });
});
