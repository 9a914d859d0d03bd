import path from 'node:path';
import { postProblems } from './post';
import { readSettings } from './settings';

const FULL = {
  ...{ SMTP_URL: 'smtps://post:pa55@mail.example.gov.uk', POST_FROM: 'complaints@example.gov.uk' },
  ...{
    POST_DOMAINS: 'example.gov.uk, Schools.example.gov.uk',
    POST_KEY: 'cck_000000000001_'.padEnd(60, 'a'),
  },
};
const IN_USE = { TOKEN_JWKS_URL: 'https://sign-in.example.gov.uk/keys' };
const saysOf = (env: Record<string, string>): string => {
  try {
    readSettings(env);
    return '';
  } catch (error) {
    return String(error);
  }
};

describe('the settings of mail', () => {
  it('are the demonstration’s own, where nobody signs in but its people: a folder, and domains that nobody has', () => {
    expect(readSettings({ DATA_DIR: '/data' }).post).toEqual({
      ...{ to: { kind: 'folder', folder: path.resolve('/data/post') }, from: 'complaints@council.example' },
      ...{ domains: ['council.example'], key: null },
    });
    expect(readSettings(IN_USE).post).toBeNull();
  });

  it('name a server by TLS, or by STARTTLS, each on its port', () => {
    const { post } = readSettings({ ...IN_USE, ...FULL });
    expect(post).toMatchObject({
      to: {
        ...{ kind: 'smtp', host: 'mail.example.gov.uk', port: 465, isTls: true },
        ...{ user: 'post', password: 'pa55' },
      },
      domains: ['example.gov.uk', 'schools.example.gov.uk'],
    });
    const plain = readSettings({ ...IN_USE, ...FULL, SMTP_URL: 'smtp://mail.example.gov.uk' }).post;
    expect(plain?.to).toMatchObject({ port: 587, isTls: false, user: null, password: null });
    const folder = readSettings({ ...IN_USE, ...FULL, SMTP_URL: 'file:///srv/mail' }).post;
    expect(folder?.to).toEqual({ kind: 'folder', folder: '/srv/mail' });
  });

  it('keep passwords and keys to themselves', () => {
    const { post } = readSettings({ ...IN_USE, ...FULL });
    expect(JSON.stringify(post)).not.toMatch(/pa55|cck_/);
  });

  it('are all told that are missing, where one of them is there', () => {
    const { SMTP_URL } = FULL;
    expect(postProblems({ NODE_ENV: 'production', SMTP_URL }).map(({ setting }) => setting)).toEqual([
      ...['POST_FROM', 'POST_DOMAINS', 'POST_KEY'],
    ]);
    expect(postProblems({ ...IN_USE, POST_KEY: 'x' }).map(({ setting }) => setting)).toEqual([
      ...['SMTP_URL', 'POST_FROM', 'POST_DOMAINS'],
    ]);
    expect(postProblems({ ...IN_USE, ...FULL })).toEqual([]);
    expect(postProblems(IN_USE)).toEqual([]);
    expect(postProblems({ SMTP_URL })).toEqual([]);
  });

  it.each([
    [{ SMTP_URL: 'http://mail.example.gov.uk' }, 'SMTP_URL is no place for mail'],
    [{ SMTP_URL: 'smtp://' }, 'SMTP_URL is no place for mail'],
    [{ SMTP_URL: 'smtp://mail.example.gov.uk/inbox' }, 'SMTP_URL is no place for mail'],
    [{ SMTP_URL: 'file:' }, 'SMTP_URL is no place for mail'],
    [{ POST_FROM: 'Complaints <complaints@example.gov.uk>' }, 'POST_FROM is no mail address'],
    [{ POST_DOMAINS: '@example.gov.uk *' }, 'POST_DOMAINS holds "@example.gov.uk", "*"'],
    [{ POST_KEY: 'short' }, 'POST_KEY is shorter than 32 characters'],
  ])('say what is wrong: %j', (given, says) => {
    expect(saysOf(given)).toContain(says);
  });

  it('repeat no password of an address that is none', () => {
    expect(saysOf({ SMTP_URL: 'smtq://post:pa55@mail.example.gov.uk' })).not.toContain('pa55');
  });
});
