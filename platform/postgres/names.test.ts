import { loginName, quoted } from './names';

describe('the name of a login', () => {
  it('is the database’s and the subgraph’s', () => {
    expect(loginName({ database: 'complaints', subgraph: 'corporate' })).toBe('complaints_corporate');
  });

  it('is never longer than PostgreSQL takes, and never two subgraphs’ or two databases’ at once', () => {
    const long = 'd'.repeat(60);
    const names = [
      loginName({ database: long, subgraph: 'corporate' }),
      loginName({ database: long, subgraph: 'corporation' }),
      loginName({ database: `${long}d`, subgraph: 'corporate' }),
      loginName({ database: 'é'.repeat(31), subgraph: 'corporate' }),
    ];
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63);
  });
});

describe('a quoted name', () => {
  it('stays one name, whatever it holds', () => {
    expect(quoted('complaints')).toBe('"complaints"');
    expect(quoted('a"; drop table b; --')).toBe('"a""; drop table b; --"');
  });
});
