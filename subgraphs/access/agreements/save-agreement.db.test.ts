import type { Identity } from '../../../platform/identity/identity';
import { GATEWAY, type TestAccess, testAccess } from '../testing';

let access: TestAccess;
beforeAll(async () => {
  access = await testAccess();
});
afterAll(() => access.stop());

const inForce = async (partner: string) => {
  const { found } = await access.data<{ found: object | null }>(
    `{ found: agreementInForce(partner: "${partner}") { streams parts smallNumbersBelow } }`,
    GATEWAY,
  );
  return found;
};
const entries = async (subject: string) => {
  const { list } = await access.data<{ list: { edges: { node: { action: string; actor: string } }[] } }>(
    `{ list: accessAuditEntries(where: { subjects: ["${subject}"] }) { edges { node { action actor } } } }`,
    { subject: 'aud', role: 'auditor' },
  );
  return list.edges.map(({ node }) => `${node.actor} ${node.action}`);
};

describe('agreements', () => {
  const asked = [
    'mutation { saveAgreement(partner: "x", basedOnVersion: 0, agreement: { name: "x" purpose: "x" lawfulBasis: "x" streams: [] parts: [CASES] startsOn: "2020-01-01" endsOn: "2020-01-01" signedForCouncil: "x" signedForPartner: "x" }) { __typename } }',
    'mutation { endAgreement(partner: "x", reason: "x") { __typename } }',
    '{ agreements { totalCount } }',
    '{ agreement(partner: "x") { name } }',
    '{ ownAgreement { name } }',
  ];

  it.each<[string, Partial<Identity>]>([
    ['an analyst', { role: 'analyst', scopes: ['figures'] }],
    ['an administrator’s key', { role: 'admin', scopes: ['figures'], credential: 'key' }],
  ])('are nothing to %s', async (_, as) => {
    for (const query of asked) {
      const { errors } = await access.ask(query, as);
      expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    }
  });

  it('are read by auditors and changed by none', async () => {
    const auditor = { subject: 'aud', role: 'auditor', scopes: ['agreements'] };
    expect((await access.ask('{ agreements { totalCount } }', auditor)).errors).toBeUndefined();
    expect((await access.ask(asked[1] ?? '', auditor)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it.each([
    ['partner', 'Not plain', ''],
    ['name', 'p', 'name: " "'],
    ['purpose', 'p', `purpose: "${'x'.repeat(1001)}"`],
    ['lawfulBasis', 'p', 'lawfulBasis: ""'],
    ['signedForPartner', 'p', 'signedForPartner: ""'],
    ['parts', 'p', 'parts: []'],
    ['smallNumbersBelow', 'p', 'smallNumbersBelow: 1'],
    ['smallNumbersBelow', 'p', 'smallNumbersBelow: -5'],
    ['smallNumbersBelow', 'p', 'smallNumbersBelow: 5 parts: [FIGURES, CASES]'],
    ['startsOn', 'p', 'startsOn: "2021-02-30"'],
    ['endsOn', 'p', 'startsOn: "2021-02-02" endsOn: "2021-02-01"'],
  ])('are refused for a %s that cannot be meant (%s, %s)', async (part, partner, changed) => {
    expect(await access.agree(partner, changed)).toMatchObject({ code: 'AGREEMENT_UNUSABLE', part });
  });
});

describe('making and changing an agreement', () => {
  it.each([
    ['a negative version', -1],
    ['the version of an agreement that there never was', 3],
  ])('refuses a change of %s', async (_, version) => {
    expect(await access.agree('nobody-yet', '', version)).toMatchObject({
      ...{ code: 'AGREEMENT_UNUSABLE', part: 'basedOnVersion' },
    });
    expect(await inForce('nobody-yet')).toBeNull();
  });

  it('opens what is agreed, is noted, and is made once however often it is asked', async () => {
    expect(await inForce('guests')).toBeNull();
    const made = await access.agree('guests', 'parts: [FIGURES] smallNumbersBelow: 5');
    expect(made).toMatchObject({
      __typename: 'AgreementSaved',
      agreement: { version: 1, state: 'IN_FORCE' },
    });
    expect(await access.agree('guests', 'parts: [FIGURES] smallNumbersBelow: 5')).toEqual(made);
    expect(await inForce('guests')).toEqual({
      ...{ streams: ['adults'], parts: ['FIGURES'], smallNumbersBelow: 5 },
    });
    expect(await entries('guests/1')).toEqual(['ada AGREEMENT_SAVE']);
  });

  it('keeps each version, and refuses who read an older one', async () => {
    expect(await access.agree('guests', 'parts: [CASES]', 0)).toMatchObject({
      ...{ code: 'AGREEMENT_CHANGED', agreement: { version: 1 } },
    });
    expect(await access.agree('guests', 'parts: [CASES]', 1)).toMatchObject({ agreement: { version: 2 } });
    expect(await inForce('guests')).toMatchObject({ parts: ['CASES'], smallNumbersBelow: null });
    const { agreement } = await access.data<{ agreement: { versions: object[] } }>(
      '{ agreement(partner: "guests") { versions { version parts madeBy } } }',
    );
    expect(agreement.versions).toEqual([
      { version: 2, parts: ['CASES'], madeBy: 'ada' },
      { version: 1, parts: ['FIGURES'], madeBy: 'ada' },
    ]);
  });

  it('lets one of several win who change the same at once', async () => {
    await access.agree('crowd');
    const below = [6, 7, 8].map((number) =>
      access.agree('crowd', `parts: [FIGURES] smallNumbersBelow: ${number}`, 1),
    );
    const kinds = (await Promise.all(below)).map(({ __typename }) => __typename).sort();
    expect(kinds).toEqual(['AgreementChanged', 'AgreementChanged', 'AgreementSaved']);
  });

  it('opens nothing before its first day or after its last', async () => {
    expect(await access.agree('later', 'startsOn: "2089-01-01"')).toMatchObject({
      agreement: { state: 'TO_COME' },
    });
    expect(await access.agree('past', 'endsOn: "2020-02-01"')).toMatchObject({
      agreement: { state: 'OVER' },
    });
    expect([await inForce('later'), await inForce('past')]).toEqual([null, null]);
  });
});
