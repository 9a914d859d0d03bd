import path from 'node:path';
import type { Part } from './production';
import { tlsFiles, tlsModel, tlsProblems } from './tls';

const problemsOf = (env: Record<string, string>, part: Part = 'gateway'): Record<string, string> =>
  Object.fromEntries(tlsProblems(env, tlsModel.parse(env), part).map(({ setting, says }) => [setting, says]));
const FILES = { TLS_CERT_FILE: __filename, TLS_KEY_FILE: __filename };
const PRODUCTION = { NODE_ENV: 'production' };

describe('what a part is certified by', () => {
  it('is a pair of files that can be read, and nothing where nothing is set', () => {
    expect(tlsFiles(tlsModel.parse({}))).toBeNull();
    expect(tlsFiles(tlsModel.parse({ TLS_CERT_FILE: 'a.pem', TLS_KEY_FILE: 'a.key' }))).toEqual({
      certificate: path.resolve('a.pem'),
      key: path.resolve('a.key'),
    });
    for (const part of ['gateway', 'subgraph'] as const) expect(problemsOf(FILES, part)).toEqual({});
    expect(problemsOf({})).toEqual({});
  });

  it.each([
    [{ TLS_CERT_FILE: __filename }, 'TLS_KEY_FILE', 'its other half is'],
    [{ TLS_KEY_FILE: __filename }, 'TLS_CERT_FILE', 'its other half is'],
    [{ ...FILES, TLS_KEY_FILE: '/nowhere/a.key' }, 'TLS_KEY_FILE', 'leads to no file'],
  ])('is refused half or unreadable', (env, setting, says) => {
    expect(problemsOf(env)).toEqual({ [setting]: expect.stringContaining(says) });
  });

  it('is not passed over where people’s browsers come', () => {
    for (const part of ['all', 'site'] as const)
      expect(Object.values(problemsOf(FILES, part))).toEqual([
        expect.stringContaining('proxy that ends TLS'),
        expect.stringContaining('proxy that ends TLS'),
      ]);
    expect(problemsOf(FILES, 'import')).toEqual({});
  });
});

describe('the way between parts', () => {
  const plain = {
    SUBGRAPH_CORPORATE_URL: 'http://corporate.internal:4001/graphql',
    SITE_GATEWAY_URL: 'HTTP://10.0.0.7:4000',
  };

  it('is by TLS in production, over any network', () => {
    expect(Object.keys(problemsOf({ ...PRODUCTION, ...plain }))).toEqual(Object.keys(plain));
    expect(problemsOf(plain)).toEqual({});
    expect(problemsOf({ ...PRODUCTION, ...plain, PLAIN_BETWEEN_PARTS: 'on' })).toEqual({});
  });

  it.each([
    'https://corporate.internal:4001/graphql',
    'http://localhost:4001/graphql',
    'http://[::1]:4001/graphql',
  ])('is good so: %s', (url) => {
    expect(problemsOf({ ...PRODUCTION, SUBGRAPH_CORPORATE_URL: url })).toEqual({});
  });
});
