import { randomUUID } from 'node:crypto';
import type { RunningProduct } from '../../scripts/testing/running-product';
import type { TestProduct } from '../../scripts/testing/test-product';
import type { Entity } from './odata-clients';
import { byId } from './odata-refresh';

interface Products {
  readonly product: () => TestProduct;
  /** The same, with small numbers kept from analysts. */
  readonly guarded: () => RunningProduct;
}

const RECORDS = ['Stages', 'Complaints', 'OmbudsmanCases', 'Calls'] as const;
const REMOVED = RECORDS.map((set) => `Removed${set}`);
const FIGURES = ['MonthlyFigures', 'QuarterlyFigures'] as const;

/** What the door for OData does, at a product that others look at before: these load files, and take them back. */
export function describeOData({ product, guarded }: Products): void {
  const authorization = async (as: string) => `Bearer ${await product().token(as)}`;
  async function get(
    path: string,
    as: string | null = 'analyst',
    init: RequestInit & { of?: RunningProduct } = {},
  ) {
    const signedIn: Record<string, string> = as === null ? {} : { authorization: await authorization(as) };
    const headers = { ...signedIn, ...(init.headers as Record<string, string>) };
    return fetch(`${(init.of ?? product()).url}/odata/v4/${path}`, { ...init, headers });
  }
  const json = async (path: string, as?: string, init?: Parameters<typeof get>[2]) =>
    (await get(path, as, init)).json();
  const exported = async (name: string, as = 'analyst'): Promise<Entity[]> => {
    const headers = { authorization: await authorization(as) };
    return (await fetch(`${product().url}/exports/${name}.json`, { headers })).json();
  };

  describe('who may read by OData', () => {
    it.each([...RECORDS, ...REMOVED])(
      '%s: nobody who is not signed in, no role that may not, and the others',
      async (set) => {
        const nobody = await get(set, null);
        expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([
          401,
          expect.stringMatching(/^Bearer realm="council-complaints".*, Basic realm=/),
        ]);
        expect(await nobody.json()).toEqual({
          error: { code: 'UNAUTHENTICATED', message: expect.any(String) },
        });
        expect([
          (await get(set, 'auditor')).status,
          (await get(set, 'analyst', { of: guarded() })).status,
        ]).toEqual([403, 403]);
        for (const role of ['analyst', 'manager', 'officer', 'admin'])
          expect([role, (await get(`${set}?$top=1`, role)).status]).toEqual([role, 200]);
      },
    );

    it('a partner reads their own, and of what was removed nothing else', async () => {
      expect([(await get('Calls', 'partner')).status, (await get('RemovedCalls', 'partner')).status]).toEqual(
        [403, 403],
      );
      const { value } = await json('OmbudsmanCases', 'partner');
      expect(new Set(value.map((one: { partner: string }) => one.partner))).toEqual(
        new Set(['stockport-homes']),
      );
      expect((await json('Stages', 'partner')).value).toEqual([]);
      expect((await json('QuarterlyFigures', 'partner')).value.length).toBeGreaterThan(0);
    });

    it('by a key as Excel and Power BI give it', async () => {
      const { data } = await product().ask<{ made: { key: { id: string }; secret: string } }>(
        'admin',
        `mutation ($command: ID!) { made: createKey(command: $command, key: { name: "Excel", owner: "Ana", role: "analyst", expiresInDays: 1 }) {
           ... on KeyMade { key { id } secret } } }`,
        { command: randomUUID() },
      );
      const { key, secret } = data.made;
      const basic = Buffer.from(`${key.id}:${secret}`).toString('base64');
      const answer = await get('Stages/$count', null, { headers: { authorization: `Basic ${basic}` } });
      expect([answer.status, Number(await answer.text())]).toEqual([200, (await exported('stages')).length]);
    });

    it('what was read is in the audit log, with how it was narrowed', async () => {
      await json("Complaints?$filter=stream eq 'SCHOOLS'&$top=3", 'manager');
      const { data } = await product().ask<{ accessAuditEntries: { edges: { node: unknown }[] } }>(
        'auditor',
        '{ accessAuditEntries(where: { actions: [FILE_TAKE] }, first: 1) { edges { node { actor subject } } } }',
      );
      expect(data.accessAuditEntries.edges[0]?.node).toEqual({
        actor: 'mark',
        subject: 'odata.complaints/%24filter=stream+eq+%27SCHOOLS%27&%24top=3/3 rows',
      });
    });
  });

  describe('what is read by OData', () => {
    it.each([
      ['Stages', 'stages'],
      ['Complaints', 'complaints'],
      ['OmbudsmanCases', 'ombudsman-cases'],
      ['Calls', 'calls'],
    ])('%s has the rows of the file, each once, whatever the size of its pages', async (set, file) => {
      const rows: Entity[] = [];
      let counted = 0;
      for (let next = `${set}?$count=true`; next; ) {
        const answer = await get(next, 'analyst', { headers: { prefer: 'odata.maxpagesize=170' } });
        expect(answer.headers.get('preference-applied')).toBe('odata.maxpagesize=170');
        const page = await answer.json();
        counted = page['@odata.count'];
        rows.push(...page.value);
        next = page['@odata.nextLink']?.replace(`${product().url}/odata/v4/`, '') ?? '';
      }
      expect(counted).toBe(rows.length);
      expect(byId(rows)).toEqual(byId(await exported(file)));
    });

    it('is one, some properties, an order and a beginning', async () => {
      const { value } = await json('Complaints?$orderby=receivedOn desc&$top=3&$select=id,receivedOn');
      const all = await exported('complaints');
      const newest = all
        .map((one) => (one as unknown as { receivedOn: string }).receivedOn)
        .sort()
        .reverse();
      expect(value.map((one: { receivedOn: string }) => one.receivedOn)).toEqual(newest.slice(0, 3));
      expect(Object.keys(value[0])).toEqual(['id', 'receivedOn']);
      const [first] = value;
      expect(await json(`Complaints('${first.id}')?$select=id`)).toEqual({
        '@odata.context': `${product().url}/odata/v4/$metadata#Complaints(id)/$entity`,
        id: first.id,
      });
      expect((await json('Complaints?$top=0')).value).toEqual([]);
    });

    it('has the same schema where no row is', async () => {
      const range = 'changedAt ge 1990-01-01T00:00:00Z and changedAt lt 1990-02-01T00:00:00Z';
      const backwards = 'changedAt ge 2021-02-01T00:00:00Z and changedAt lt 2021-01-01T00:00:00Z';
      for (const filter of [range, backwards])
        expect(await json(`Stages?$filter=${filter}&$count=true`)).toEqual({
          '@odata.context': `${product().url}/odata/v4/$metadata#Stages`,
          '@odata.count': 0,
          value: [],
        });
    });

    it.each([
      ['odata.metadata=none', ['value']],
      ['odata.metadata=minimal', ['@odata.context', 'value']],
      ['odata.metadata=full', ['@odata.context', 'value']],
    ])('says as much of itself as %s wants', async (level, keys) => {
      const answer = await get('Stages?$top=1&$select=id,stage,receivedOn', 'analyst', {
        headers: { accept: `application/json;${level}` },
      });
      expect([answer.headers.get('odata-version'), answer.headers.get('content-type')]).toEqual([
        '4.0',
        expect.stringContaining(level),
      ]);
      const page = await answer.json();
      expect(Object.keys(page)).toEqual(keys);
      if (level.endsWith('full'))
        expect(page.value[0]).toMatchObject({
          '@odata.type': '#CouncilComplaints.Stage',
          '@odata.id': `${product().url}/odata/v4/Stages('${page.value[0].id}')`,
          'stage@odata.type': '#Int32',
          'receivedOn@odata.type': '#Date',
        });
    });

    it('a token goes on with its question, and with no other', async () => {
      const { '@odata.nextLink': link } = await json('Stages?$filter=stage eq 1&$top=20', 'analyst', {
        headers: { prefer: 'maxpagesize=5' },
      });
      const next = new URL(link);
      const rest = await json(`Stages${next.search}`);
      expect([rest.value.length, rest['@odata.nextLink']]).toEqual([15, undefined]);
      for (const [name, value] of [
        ['$filter', 'stage eq 2'],
        ['$top', '30'],
        ['$orderby', 'receivedOn'],
      ] as const) {
        const other = new URL(link);
        other.searchParams.set(name, value);
        const refused = await get(`Stages${other.search}`);
        expect([refused.status, (await refused.json()).error.message]).toEqual([
          400,
          expect.stringContaining('of another question'),
        ]);
      }
      expect((await get(`Complaints${next.search}`)).status).toBe(400);
    });
  });

  describe('figures by OData', () => {
    it.each([
      ['MonthlyFigures', 'MONTH,STREAM,STAGE', ['month', 'stream', 'stage']],
      [
        'QuarterlyFigures',
        'FINANCIAL_YEAR,QUARTER,STREAM,STAGE',
        ['financialYear', 'quarter', 'stream', 'stage'],
      ],
    ])('%s are those of the graph, with small numbers kept back or not', async (set, by, fields) => {
      const of = set === 'MonthlyFigures' ? product() : guarded();
      const headers = { authorization: await authorization('analyst') };
      const answer = await fetch(`${of.url}/exports/measures.json?by=${by}`, { headers });
      const file: Record<string, unknown>[] = await answer.json();
      const { value } = await json(set, 'analyst', { of });
      const idOf = (row: Record<string, unknown>) => fields.map((field) => row[field] ?? '-').join(':');
      expect(value).toEqual(byId(file.map((row) => ({ id: idOf(row), ...row }))));
      expect(value.some(({ suppressed }: { suppressed: string }) => suppressed)).toBe(of === guarded());
    });

    it('are narrowed, counted and read in pages', async () => {
      const filter = "$filter=stream eq 'SCHOOLS' and received gt 0";
      const { value } = await json(`MonthlyFigures?${filter}`);
      expect(value.length).toBeGreaterThan(5);
      expect(await (await get(`MonthlyFigures/$count?${filter}`)).text()).toBe(String(value.length));
      const first = await json(`MonthlyFigures?${filter}&$orderby=id desc`, 'analyst', {
        headers: { prefer: 'maxpagesize=3' },
      });
      const next = await json(`MonthlyFigures${new URL(first['@odata.nextLink']).search}`);
      expect([...first.value, ...next.value]).toEqual([...value].reverse());
    });

    it.each(FIGURES)('%s are not for auditors, and are kept back like everywhere', async (set) => {
      expect((await get(set, 'auditor')).status).toBe(403);
    });
  });

  describe('what cannot be answered by OData', () => {
    it.each([
      ['Nothing', 404, 'There are Stages, Complaints, OmbudsmanCases, Calls, RemovedStages'],
      ["Stages('nothing')", 404, 'nothing of this id'],
      ['Stages?$skip=5', 501, '`@odata.nextLink`'],
      ['Stages?$filter=scales eq 1', 400, 'There are id, complaintId'],
    ])('%s is %i, and says what there is', async (path, status, says) => {
      const answer = await get(path);
      const { error } = await answer.json();
      expect([answer.status, answer.headers.get('odata-version')]).toEqual([status, '4.0']);
      expect(error.message).toContain(says);
    });

    it('is what cannot be accepted, older clients, and anything but reading', async () => {
      const refused = (headers: Record<string, string>, path = 'Stages?$top=1') =>
        get(path, 'analyst', { headers });
      expect((await refused({ accept: 'application/atom+xml' })).status).toBe(406);
      expect((await refused({ accept: 'application/json;odata.metadata=verbose' })).status).toBe(406);
      expect((await refused({ accept: 'application/json' }, 'Stages/$count')).status).toBe(406);
      expect((await refused({ 'odata-maxversion': '3.0' })).status).toBe(400);
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await get("Stages('x')", 'admin', {
          method,
          ...(method !== 'DELETE' && { body: '{"id":"x"}' }),
        });
        expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD']);
      }
    });

    it('is nobody there any more: nothing goes on running', async () => {
      const hangUp = new AbortController();
      const asked = get('Stages', 'analyst', { signal: hangUp.signal });
      hangUp.abort();
      await expect(asked).rejects.toThrow();
      expect((await get('Stages?$top=1')).status).toBe(200);
    });
  });
}
