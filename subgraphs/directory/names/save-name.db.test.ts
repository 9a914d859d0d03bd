import { reasonUnusable } from '../../../platform/server/refusal';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { type ServedPart, servePart } from '../../../platform/testing/serve-part';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { readDirectorates, readServices } from './read-names';
import { seed } from './seed';

let database: TestDatabase;
let part: ServedPart;

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  part = await servePart({
    ...{ subgraph, dataSource: database.of('directory'), today: '2026-11-29' },
    person: { subject: 'ada', role: 'admin' },
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
  readonly version?: number;
}
const SERVICE = `... on Service { id name formerNames directorate version } ... on CouncilNameUnusable { part }
  ... on ServiceChanged { service { name version } }`;
const DIRECTORATE = `... on Directorate { id name version }
  ... on DirectorateChanged { directorate { name version } }`;
const change = async (mutation: string, shows = ''): Promise<Done> => {
  const { data, errors } = await part.ask(
    `mutation { done: ${mutation} { __typename ... on Refusal { code message } ${shows} } }`,
  );
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join(' '));
  return (data as { done: Done }).done;
};
const service = (
  id: string,
  basedOn: number,
  name: string,
  directorateId = 'place',
  reason = 'Reorganised',
) =>
  change(
    `saveService(id: "${id}", basedOnVersion: ${basedOn}, name: "${name}", directorateId: "${directorateId}", reason: "${reason}")`,
    SERVICE,
  );
const directorate = (id: string, basedOn: number, name: string) =>
  change(
    `saveDirectorate(id: "${id}", basedOnVersion: ${basedOn}, name: "${name}", reason: "Reorganised")`,
    DIRECTORATE,
  );
const versionOf = async (id: string): Promise<number> => {
  const { data } = await part.ask('{ services { id version } }');
  const { services } = data as { services: { id: string; version: number }[] };
  return services.find((each) => each.id === id)?.version ?? 0;
};
const told = async (subject: string) => {
  const rows = await inTransaction(
    database.of('outbox_reader'),
    { subject: 'courier', role: 'courier' },
    (transaction) =>
      transaction.query<{ payload: { name: string; directorate?: string } }>(
        'select payload from directory.outbox where subject = $1 order by xid, id',
        [subject],
      ),
  );
  return rows.map(({ payload }) => payload);
};

describe('the names of services and directorates', () => {
  it.each([
    [() => service('parking', 1, ' '), 'COUNCIL_NAME_UNUSABLE', 'name'],
    [() => service('Parking!', 0, 'Parking Two'), 'COUNCIL_NAME_UNUSABLE', 'id'],
    [() => service('parking', 1, 'Parking Two', 'place', ' '), reasonUnusable('')?.code, undefined],
    [() => service('parking', 1, 'Parking Two', 'nowhere'), 'UNKNOWN_DIRECTORATE', undefined],
    [() => service('parking', 1, 'Highway  services'), 'NAME_TAKEN', undefined],
    [() => service('parking', 0, 'Parking Two'), 'SERVICE_CHANGED', undefined],
    [() => directorate('place', 1, 'services to PEOPLE'), 'NAME_TAKEN', undefined],
    [() => directorate('place', 0, 'Place'), 'DIRECTORATE_CHANGED', undefined],
  ])('are refused where they cannot be kept (%#)', async (asked, code, about) => {
    const done = await asked();
    expect([done.code, done.part]).toEqual([code, about]);
  });

  it('are kept with who, when and why, published and audited, and the old one stays a name', async () => {
    expect(await service('parking', 1, 'Parking & Permits')).toMatchObject({
      ...{ name: 'Parking & Permits', formerNames: ['Parking Services', 'Parking'], version: 2 },
    });
    expect(await told('parking')).toMatchObject([{ name: 'Parking' }, { name: 'Parking & Permits' }]);
    const { data } = await part.ask(
      '{ nameDecisions { totalCount edges { node { kind id version name reason decidedBy } } } }',
    );
    expect(data).toMatchObject({
      nameDecisions: {
        totalCount: 1,
        edges: [{ node: { kind: 'SERVICE', id: 'parking', version: 1, reason: 'Reorganised' } }],
      },
    });
    const audited = await part.ask('{ directoryAuditEntries { edges { node { action subject } } } }', {
      ...{ subject: 'aud', role: 'auditor' },
    });
    expect(JSON.stringify(audited.data)).toContain('"SERVICE_SAVE","subject":"parking"');
  });

  it('are not changed by the same again, and by nobody else than an admin', async () => {
    const before = (await told('parking')).length;
    expect(await service('parking', 1, 'Parking & Permits')).toMatchObject({ version: 2 });
    expect(await told('parking')).toHaveLength(before);
    const { errors } = await part.ask(
      `mutation { saveService(id: "parking", basedOnVersion: 2, name: "Mine", directorateId: "place", reason: "x") { __typename } }`,
      { role: 'officer' },
    );
    expect(errors).toHaveLength(1);
  });

  it('may be new, and those of a directorate follow its own', async () => {
    expect(await directorate('homes', 0, 'Homes')).toMatchObject({ __typename: 'Directorate', version: 1 });
    expect(await service('repairs', 0, 'Repairs', 'homes')).toMatchObject({
      directorate: 'Homes',
      version: 1,
    });
    expect(await directorate('homes', 1, 'Homes & Neighbourhoods')).toMatchObject({ version: 2 });
    expect((await told('repairs')).map((each) => each.directorate)).toEqual([
      ...['Homes', 'Homes & Neighbourhoods'],
    ]);
  });

  it('are those of a service that ended, until it goes on: its day is refused where it is none, and kept by a rename', async () => {
    const ends = (basedOn: number, endedOn: string, name = 'Pest Control') =>
      change(
        `saveService(id: "pest-control", basedOnVersion: ${basedOn}, name: "${name}", directorateId: "place", endedOn: ${endedOn}, reason: "Closed")`,
        '... on Service { name endedOn version } ... on ServiceChanged { service { endedOn version } }',
      );
    await service('pest-control', 0, 'Pest Control');
    await expect(ends(1, '"2026-02-30"')).rejects.toThrow();
    for (let times = 0; times < 2; times += 1)
      expect(await ends(1, '"2026-03-31"')).toMatchObject({ endedOn: '2026-03-31', version: 2 });
    expect(await ends(1, '"2026-04-30"')).toMatchObject({ service: { endedOn: '2026-03-31', version: 2 } });
    expect(await service('pest-control', 2, 'Pests')).toMatchObject({ version: 3 });
    const { data } = await part.ask('{ services { id endedOn } }');
    expect(JSON.stringify(data)).toContain('"id":"pest-control","endedOn":"2026-03-31"');
    expect(await ends(3, 'null', 'Pests')).toMatchObject({ endedOn: null, version: 4 });
  });

  it('stay when the product starts again, and so does a word that was given meanwhile', async () => {
    const words = 'mapService(written: "Pay & display", serviceId: "parking", from: "2021-04-01")';
    await change(words);
    const before = await told('parking');
    await inTransaction(database.of('directory'), { subject: 'seed', role: 'seed' }, (transaction) =>
      seed(transaction),
    );
    expect(await told('parking')).toEqual(before);
    const version = await versionOf('parking');
    expect(await service('parking', version, 'Parking')).toMatchObject({
      formerNames: ['Parking Services', 'Parking & Permits', 'Pay & display'],
    });
  });

  it('are read by whoever is signed in, in the order of their names', async () => {
    const [services, directorates] = await inTransaction(
      database.of('directory'),
      { subject: 'ana', role: 'analyst' },
      async (transaction) => [await readServices(transaction), await readDirectorates(transaction)] as const,
    );
    for (const names of [services, directorates].map((all) => all.map(({ name }) => name)))
      expect(names).toEqual([...names].sort((one, other) => (one < other ? -1 : 1)));
    expect(directorates.every(({ version }) => version >= 1)).toBe(true);
  });

  it('are given once where two admins change one at once', async () => {
    const version = await versionOf('planning');
    const all = await Promise.all(
      ['One', 'Two'].map((name) => service('planning', version, `Planning ${name}`)),
    );
    expect(all.map(({ code }) => code ?? 'done').sort()).toEqual(['SERVICE_CHANGED', 'done']);
  });
});
