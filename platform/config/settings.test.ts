import fs from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import { settingNames } from './models';
import { type ReadSettings, readSettings, SettingsError } from './settings';

const KEY = '{"kty":"OKP","crv":"Ed25519","x":"abc","d":"very-secret"}';
const PRODUCTION = {
  NODE_ENV: 'production',
  TOKEN_ISSUER: 'https://sign-in.example.gov.uk',
  TOKEN_AUDIENCE: 'complaints',
  TOKEN_JWKS_URL: 'https://sign-in.example.gov.uk/keys',
  IDENTITY_PRIVATE_KEY: KEY,
  IDENTITY_PUBLIC_KEY: KEY,
};

function problemsOf(env: NodeJS.ProcessEnv, options?: ReadSettings): Record<string, string> {
  try {
    readSettings(env, options);
  } catch (error) {
    if (error instanceof SettingsError) {
      return Object.fromEntries(error.problems.map(({ setting, says }) => [setting, says]));
    }
    throw error;
  }
  return {};
}

describe('settings', () => {
  it('take no file for the data directory, and a new place like one that is there', () => {
    for (const DATA_DIR of [__filename, path.join(__filename, 'below')]) {
      expect(problemsOf({ DATA_DIR })).toEqual({ DATA_DIR: expect.stringContaining('which is a file') });
    }
    for (const DATA_DIR of [__dirname, path.join(__dirname, 'not-there', 'yet')]) {
      expect(problemsOf({ DATA_DIR })).toEqual({});
    }
  });

  it('need nothing to be set', () => {
    expect(readSettings({})).toMatchObject({
      production: false,
      authority: 'stockport',
      dataDirectory: path.resolve('.data'),
      demonstration: true,
      importMaxBytes: 2 * 1024 ** 3,
      logLevel: 'warn',
      gatewayPort: 4000,
      subgraphPort: 4001,
      database: { url: null },
      token: { jwksUrl: null },
      identity: { privateKey: null, publicKey: null },
    });
  });

  it('take a blank for unset, and pass over spaces', () => {
    expect(readSettings({ GATEWAY_PORT: '', TODAY: ' ', DATA_DIR: ' /srv/complaints ' })).toMatchObject({
      gatewayPort: 4000,
      dataDirectory: '/srv/complaints',
    });
  });

  it('tell every problem at once, each with what to write', () => {
    const env = {
      GATEWAY_PORT: '80000',
      LOG_LEVEL: 'loud',
      DEMO: 'maybe',
      TODAY: '2022-02-30',
      IMPORT_MAX_BYTES: '0',
      DATABASE_URL: 'mysql://owner:hush@db/complaints',
      DATABASE_URL_CORPORATE: 'postgres://db',
      SUBGRAPH_CORPORATE_URL: 'corporate:4001',
      TOKEN_JWKS_URL: 'keys',
      IDENTITY_PUBLIC_KEY: 'hush',
    };
    const problems = problemsOf(env);
    expect(Object.keys(problems).sort()).toEqual(Object.keys(env).sort());
    expect(problems.GATEWAY_PORT).toBe(
      'is "80000", which is no port. Write a whole number from 0 to 65535, such as 4000.',
    );
    expect(problems.LOG_LEVEL).toBe(
      'is "loud". Write one of: trace, debug, info, warn, error, fatal, silent.',
    );
    expect(problems.TODAY).toBe('is "2022-02-30", which is no day. Write a day such as 2022-01-31.');
    for (const says of Object.values(problems)) expect(says).toMatch(/Write /);
  });

  it('tell the problems in one message, a line for each', () => {
    expect(() => readSettings({ GATEWAY_PORT: 'x', DEMO: 'x' })).toThrow(
      /^2 settings cannot be used:\n {2}DEMO is "x"\. .*\n {2}GATEWAY_PORT is "x", .*$/,
    );
    expect(() => readSettings({ DEMO: 'x' })).toThrow(/^One setting cannot be used:\n {2}DEMO/);
  });

  it('repeat no secret in what they say', () => {
    const said = JSON.stringify(
      problemsOf({ DATABASE_URL: 'mysql://owner:hush@db/x', IDENTITY_PRIVATE_KEY: 'hush' }),
    );
    expect(said).toContain('DATABASE_URL');
    expect(said).not.toContain('hush');
  });

  it('hide secrets when printed or written as JSON, and keep them to be read', () => {
    const settings = readSettings({
      DATABASE_URL: 'postgres://owner:hush@db/complaints',
      IDENTITY_PRIVATE_KEY: KEY,
    });
    for (const shown of [
      inspect(settings, { depth: 9 }),
      JSON.stringify(settings),
      `${inspect(settings.identity)}`,
    ]) {
      expect(shown).toContain('[hidden]');
      expect(shown).not.toMatch(/hush|very-secret/);
    }
    expect(settings.database.url).toBe('postgres://owner:hush@db/complaints');
    expect(settings.identity.privateKey).toMatchObject({ d: 'very-secret' });
  });

  it('stand the clock still on TODAY', () => {
    expect(readSettings({ TODAY: '2022-01-31' }).clock.now().toISOString()).toBe('2022-01-31T12:00:00.000Z');
  });

  it('refuse a database address without a server, a login or a name', () => {
    for (const url of ['postgres:///complaints', 'postgres://db/complaints', 'postgres://owner@db', 'db']) {
      expect(Object.keys(problemsOf({ DATABASE_URL: url }))).toEqual(['DATABASE_URL']);
    }
  });
});

describe('settings of the site', () => {
  const SITE = {
    SITE_URL: 'https://complaints.example.gov.uk',
    SITE_CLIENT_ID: 'complaints-site',
    SITE_CLIENT_SECRET: 'hush-client',
    SITE_SESSION_SECRET: `hush-session${'x'.repeat(32)}`,
  };

  it('are there for the demonstration without being set', () => {
    expect(readSettings({}).site).toEqual({
      port: 3000,
      url: null,
      clientId: null,
      clientSecret: null,
      scopes: 'openid profile offline_access',
      sessionSecret: null,
      gatewayUrl: null,
      toolsUrl: null,
      toolsDatabase: null,
      council: { name: 'Stockport Council', colour: '#0b3a53' },
    });
  });

  it('hide what is secret when printed, and keep it to be read', () => {
    const { site } = readSettings(SITE);
    expect(site).toMatchObject({ clientSecret: 'hush-client', sessionSecret: SITE.SITE_SESSION_SECRET });
    for (const shown of [inspect(site), JSON.stringify(site)]) expect(shown).not.toContain('hush');
    const said = JSON.stringify(problemsOf({ SITE_SESSION_SECRET: 'hush', SITE_URL: 'complaints' }));
    expect(said).toMatch(/SITE_SESSION_SECRET.*SITE_URL|SITE_URL.*SITE_SESSION_SECRET/);
    expect(said).not.toContain('hush');
  });

  it('are needed in production where the sign-in service knows the site, and there alone', () => {
    expect(readSettings(PRODUCTION).site.clientId).toBeNull();
    const { SITE_CLIENT_ID, ...others } = SITE;
    expect(Object.keys(problemsOf({ ...PRODUCTION, SITE_CLIENT_ID })).sort()).toEqual(
      Object.keys(others).sort(),
    );
    expect(problemsOf({ ...PRODUCTION, ...SITE })).toEqual({});
    expect(problemsOf({ ...PRODUCTION, SITE_CLIENT_ID }, { part: 'gateway' })).toEqual({});
  });

  it('need no key of the gateway’s where the site runs alone, but the gateway’s address', () => {
    const { IDENTITY_PRIVATE_KEY: _, IDENTITY_PUBLIC_KEY: __, ...tokens } = PRODUCTION;
    expect(Object.keys(problemsOf({ ...tokens, ...SITE }, { part: 'site' }))).toEqual(['SITE_GATEWAY_URL']);
    const alone = { ...tokens, ...SITE, SITE_GATEWAY_URL: 'https://gateway.internal:4000' };
    expect(problemsOf(alone, { part: 'site' })).toEqual({});
  });

  it('are refused in production over plain http', () => {
    const env = { ...PRODUCTION, ...SITE, SITE_URL: 'http://complaints.example.gov.uk' };
    expect(problemsOf(env)).toEqual({ SITE_URL: expect.stringContaining('begins with http://') });
    expect(problemsOf({ ...env, NODE_ENV: 'development' })).toEqual({});
  });
});

describe('settings by subgraph', () => {
  it('are read under the subgraph’s name', () => {
    const settings = readSettings({
      DATABASE_URL_CORPORATE: 'postgres://owner@elsewhere/complaints',
      SUBGRAPH_SCHOOLS_URL: 'http://schools:4001/graphql',
    });
    expect([...settings.database.urlsOfSubgraphs]).toEqual([
      ['corporate', 'postgres://owner@elsewhere/complaints'],
    ]);
    expect([...settings.subgraphUrls]).toEqual([['schools', 'http://schools:4001/graphql']]);
  });

  it('refuse a name that no subgraph has', () => {
    const env = { DATABASE_URL_CORPARATE: 'postgres://owner@db/complaints' };
    expect(problemsOf(env, { subgraphs: ['corporate', 'schools'] })).toEqual({
      DATABASE_URL_CORPARATE:
        'names the subgraph "corparate", which there is not. Those there are: corporate, schools.',
    });
    expect(problemsOf(env)).toEqual({});
  });
});

describe('settings for production', () => {
  it('are complete with a sign-in service and the gateway’s keys', () => {
    expect(readSettings(PRODUCTION)).toMatchObject({ production: true, demonstration: false });
  });

  it('are refused without them, all at once', () => {
    const { NODE_ENV, ...needed } = PRODUCTION;
    expect(Object.keys(problemsOf({ NODE_ENV })).sort()).toEqual(Object.keys(needed).sort());
  });

  it('ask a part only for what it needs', () => {
    const { NODE_ENV } = PRODUCTION;
    expect(Object.keys(problemsOf({ NODE_ENV }, { part: 'subgraph' }))).toEqual(['IDENTITY_PUBLIC_KEY']);
    expect(problemsOf({ NODE_ENV }, { part: 'import' })).toEqual({});
    expect(Object.keys(problemsOf({ NODE_ENV }, { part: 'gateway' }))).not.toContain('IDENTITY_PUBLIC_KEY');
  });

  it('are refused with keys that come over plain http, where they are used', () => {
    const env = { ...PRODUCTION, TOKEN_JWKS_URL: 'HTTP://sign-in.example.gov.uk/keys' };
    expect(problemsOf(env)).toEqual({ TOKEN_JWKS_URL: expect.stringContaining('begins with http://') });
    expect(problemsOf(env, { part: 'subgraph' })).toEqual({});
    expect(problemsOf({ ...env, NODE_ENV: 'development' })).toEqual({});
  });

  it('listen everywhere, where others listen on this machine alone, unless they are told otherwise', () => {
    expect([readSettings(PRODUCTION).bindAddress, readSettings({}).bindAddress]).toEqual([null, '127.0.0.1']);
    for (const env of [PRODUCTION, {}]) {
      expect(readSettings({ ...env, BIND_ADDRESS: '10.0.0.7' }).bindAddress).toBe('10.0.0.7');
    }
    expect(problemsOf({ BIND_ADDRESS: 'everywhere' })).toEqual({
      BIND_ADDRESS: expect.stringContaining('is "everywhere", which is no address'),
    });
  });

  it('are refused with a date that stands still', () => {
    expect(problemsOf({ ...PRODUCTION, TODAY: '2022-01-31' })).toEqual({
      TODAY: 'is set, and in production the date is the real one. Remove it.',
    });
  });
});

/** Settings that have no value by default. */
const EXAMPLES = [
  'SMTP_URL',
  'POST_FROM',
  'POST_DOMAINS',
  'POST_KEY',
  'TODAY',
  'DATABASE_URL',
  'TOKEN_JWKS_URL',
  'TOKEN_AUTHORIZATION_URL',
  'TOKEN_ROLE_VALUES',
  'TOKEN_STREAMS_VALUES',
  'TOKEN_SERVICES_VALUES',
  'TOKEN_PARTNER_VALUES',
  'CORS_ORIGINS',
  'TRUSTED_PROXIES',
  'SMALL_NUMBERS',
  'SITE_URL',
  'SITE_CLIENT_ID',
  'SITE_CLIENT_SECRET',
  'SITE_SESSION_SECRET',
  'SITE_GATEWAY_URL',
  'IDENTITY_PRIVATE_KEY',
  'IDENTITY_PUBLIC_KEY',
  'AUDIT_KEY',
  'AUDIT_HEADS_URL',
  'SANDBOX_DATABASE_URL',
  'OPERATIONS_PUBLIC_KEY',
  'OPERATIONS_PRIVATE_KEY',
  'TOOLS_GATEWAY_URL',
  'TOOLS_DATABASE',
  'LETTERS_APPROVED_FOR',
];

describe('.env.example', () => {
  const text = fs.readFileSync(path.join(__dirname, '../../.env.example'), 'utf8');
  const lines = [...text.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => ({
    name,
    value,
  }));
  const perSubgraph = /^(DATABASE_URL|SUBGRAPH)_CORPORATE(_URL)?$/;

  it('names every setting once, and none that there is not', () => {
    const named = lines.map(({ name }) => name).filter((name) => !perSubgraph.test(name));
    expect(named.sort()).toEqual([...settingNames].sort());
  });

  const examples = lines.filter(({ name }) => EXAMPLES.includes(name) || perSubgraph.test(name));

  it('gives the values that hold by default', () => {
    const defaults = lines.filter((line) => !examples.includes(line));
    expect(defaults.length).toBeGreaterThan(15);
    const env = Object.fromEntries(defaults.map(({ name, value }) => [name, value]));
    expect(inspect(readSettings(env))).toBe(inspect(readSettings({})));
  });

  it('gives an example of every other', () => {
    expect(examples.filter(({ value }) => value === '')).toEqual([]);
    expect(examples).toHaveLength(EXAMPLES.length + 2);
  });

  it('gives examples that can be used', () => {
    // A secret is nobody's to copy: its place is left open.
    const filled = lines.map(({ name, value }) => [name, value === '…' ? 'x'.repeat(44) : value]);
    expect(problemsOf(Object.fromEntries(filled))).toEqual({});
  });
});
