import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { learningResolvers } from './learning-resolvers';
import { promiseList } from './read-learning';
import { answered, ask, idOf, MANAGER, mutation, OFFICER, OTHER_MANAGER, useStream } from './testing';

useStream(corporate);

const promise = (of: number, dueOn: string, more = 'owner: "olu"', version = 3) =>
  ask(mutation('promiseCorporateAction', `action: "Made up", dueOn: "${dueOn}", ${more}`, { of, version }));
const keep = (of: number, on: string) =>
  ask(mutation('completeCorporateAction', `promise: 4, on: "${on}", evidence: "Seen"`, { of, version: 4 }));
const FIELDS = `pageInfo { hasNextPage endCursor } totalCount
  edges { node { place dueOn isOverdue isInTime complaint { id } entry { place } } }`;
const list = async (args: string, as = OFFICER_ONLY) =>
  (await ask(`{ r: corporatePromises${args} { ${FIELDS} } }`, as)).r;
const OFFICER_ONLY = { ...OFFICER, services: [] as string[] };
// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
const due = (page: any) => page.edges.map(({ node }: { node: { dueOn: string } }) => node.dueOn);

describe('the list of promises', () => {
  beforeEach(async () => {
    for (const complaint of [1, 2, 3]) await answered(complaint);
    await promise(1, '2026-06-01');
    await promise(2, '2026-06-10', 'serviceId: "parks"');
    await promise(3, '2026-07-01');
    await keep(3, '2026-06-14');
  });

  it('tells which are overdue, done, and due in a time, page by page', async () => {
    expect(due(await list(''))).toEqual(['2026-06-01', '2026-06-10', '2026-07-01']);
    const first = await list('(first: 2)');
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(due(await list(`(first: 2, after: "${first.pageInfo.endCursor}")`))).toEqual(['2026-07-01']);
    const where = async (filter: string) => due(await list(`(where: {${filter}})`));
    expect(await where('isOverdue: true')).toEqual(['2026-06-01', '2026-06-10']);
    expect(await where('isOverdue: false')).toEqual(['2026-07-01']);
    expect(await where('isDone: true')).toEqual(['2026-07-01']);
    expect(await where('isDone: false, dueFrom: "2026-06-02", dueTo: "2026-06-30"')).toEqual(['2026-06-10']);
    expect(await where('owner: "olu", serviceId: null')).toEqual(['2026-06-01', '2026-07-01']);
    expect(await where('serviceId: "parks"')).toEqual(['2026-06-10']);
    expect(first.edges[0].node).toEqual({
      ...{ place: 4, dueOn: '2026-06-01', isOverdue: true, isInTime: false },
      ...{ complaint: { id: idOf(1) }, entry: { place: 4 } },
    });
  });

  it('shows managers their service’s complaints, and what their service is to do, without its words', async () => {
    expect((await list('', { ...MANAGER, streams: [] })).totalCount).toBe(3);
    const others = await list('', { ...OTHER_MANAGER, streams: [] });
    expect(others).toMatchObject({ totalCount: 1, edges: [{ node: { dueOn: '2026-06-10', entry: null } }] });
    expect(await ask('{ r: corporatePromises { totalCount } }', { role: 'analyst', streams: [] })).toEqual({
      refused: ['FORBIDDEN'],
    });
    const none = await ask('{ r: corporatePromises { totalCount } }', { ...OFFICER, streams: ['adults'] });
    expect(none).toEqual({ refused: ['FORBIDDEN'] });
  });

  it('hides what a conflict of interest keeps away, in counts too', async () => {
    await ask(
      `mutation { r: recordCorporateConflict(command: "00000000-0000-4000-8000-000000000077", id: "${idOf(2)}",
        subject: "pat", reason: "A neighbour") { __typename } }`,
      { subject: 'ada', role: 'admin', streams: [] },
    );
    expect((await list('', { ...OTHER_MANAGER, streams: [] })).totalCount).toBe(0);
  });
});

describe('the list of recommendations', () => {
  it('is told by service and by what became of it, the newest first', async () => {
    for (const complaint of [1, 2]) {
      await answered(complaint);
      await ask(
        mutation('recommendCorporateImprovement', 'recommendation: "Made up", serviceId: "parks"', {
          of: complaint,
        }),
      );
    }
    const follow = 'recommendation: 4, became: DONE, on: "2026-06-12"';
    await ask(mutation('followCorporateRecommendation', follow, { of: 1, version: 4 }));
    const told = async (where: string, as: object = OFFICER) =>
      (
        await ask(
          `{ r: corporateRecommendations(where: {${where}}) { totalCount edges { node {
        became serviceId complaint { id } } } } }`,
          as,
        )
      ).r;
    expect((await told('serviceId: "parks"')).totalCount).toBe(2);
    expect((await told('serviceId: "highways"')).totalCount).toBe(0);
    expect(await told('became: [DONE]')).toEqual({
      totalCount: 1,
      edges: [{ node: { became: 'DONE', serviceId: 'parks', complaint: { id: idOf(1) } } }],
    });
    expect((await told('isOpen: true')).edges).toMatchObject([{ node: { complaint: { id: idOf(2) } } }]);
    expect((await told('isOpen: false', { ...OTHER_MANAGER, streams: [] })).totalCount).toBe(1);
  });
});

it('is the same of every stream', () => {
  expect(Object.keys(learningResolvers('adults').Query ?? {})).toEqual([
    ...['adultsPromises', 'adultsRecommendations', 'adultsRepeats'],
  ]);
  expect(promiseList('adults').field).toBe('adultsPromises');
});
