import { readPerSubgraph } from './per-subgraph';

const ADDRESS = 'postgres://owner:secret@db:5432/schools';

describe('settings that carry the name of a subgraph', () => {
  it('are found by that name in lower case, and others are passed over', () => {
    const found = readPerSubgraph({
      DATABASE_URL_SCHOOLS: ADDRESS,
      SUBGRAPH_CORPORATE_URL: 'http://corporate:4001/graphql',
      DATABASE_URL: ADDRESS,
      SUBGRAPH_PORT: '4001',
    });
    expect([...found.databaseUrls]).toEqual([['schools', ADDRESS]]);
    expect([...found.subgraphUrls]).toEqual([['corporate', 'http://corporate:4001/graphql']]);
    expect(found.problems).toEqual([]);
  });

  it('are a problem with a name that no subgraph has, but only where the names are known', () => {
    const env = { DATABASE_URL_SCHOLLS: ADDRESS };
    expect(readPerSubgraph(env).problems).toEqual([]);
    const [problem, ...others] = readPerSubgraph(env, ['corporate', 'schools']).problems;
    expect(problem).toEqual({
      setting: 'DATABASE_URL_SCHOLLS',
      says: 'names the subgraph "scholls", which there is not. Those there are: corporate, schools.',
    });
    expect(others).toEqual([]);
  });

  it('are a problem with a value that is no address, which is not repeated', () => {
    const { problems } = readPerSubgraph({
      DATABASE_URL_SCHOOLS: 'secret',
      SUBGRAPH_SCHOOLS_URL: 'ftp://secret',
    });
    expect(problems.map(({ setting }) => setting)).toEqual(['DATABASE_URL_SCHOOLS', 'SUBGRAPH_SCHOOLS_URL']);
    expect(JSON.stringify(problems)).not.toContain('secret');
  });
});
