import { databaseTlsProblems } from './database-tls';

const saysOf = (url: string, production = true, setting = 'DATABASE_URL'): string | undefined =>
  databaseTlsProblems({ [setting]: url, ...(production ? { NODE_ENV: 'production' } : {}) })[0]?.says;
const at = (host: string, more = '') => `postgres://owner:hush@${host}:5432/complaints${more}`;

describe('how a database is spoken to', () => {
  it.each(['database.internal', '10.0.0.7', '[2001:db8::1]', 'localhost.example.org', '128.0.0.1'])(
    'is by TLS in production, over any network: %s',
    (host) => {
      expect(saysOf(at(host))).toContain('?sslmode=verify-full');
      expect(saysOf(at(host), true, 'DATABASE_URL_CORPORATE')).toContain('leads over a network');
      expect(saysOf(at(host), false)).toBeUndefined();
      expect(saysOf(at(host, '?sslmode=verify-full'))).toBeUndefined();
      expect(saysOf(at(host, '?sslmode=disable'))).toBeUndefined();
    },
  );

  it.each(['localhost', '127.0.0.1', '127.8.0.1', '[::1]'])('may be plain on this machine: %s', (host) => {
    expect(saysOf(at(host))).toBeUndefined();
  });

  it.each(['require', 'prefer', 'allow', 'verify-ca', 'no-verify', 'true', 'VERIFY-FULL', ''])(
    'is by no TLS that checks nobody: %s',
    (mode) => {
      for (const production of [true, false])
        expect(saysOf(at('localhost', `?sslmode=${mode}`), production)).toContain(`sslmode=${mode},`);
    },
  );

  it('has a CA that is there, and is used', () => {
    const root = (file: string) => `&sslrootcert=${encodeURIComponent(file)}`;
    expect(saysOf(at('db', `?sslmode=verify-full${root(__filename)}`))).toBeUndefined();
    expect(saysOf(at('db', `?sslmode=verify-full${root('/nowhere/ca.pem')}`))).toContain('leads to no file');
    expect(saysOf(at('db', `?sslmode=verify-full${root(__dirname)}`))).toContain('leads to no file');
    expect(saysOf(at('db', `?sslmode=disable${root(__filename)}`))).toContain('is not used');
  });

  it('repeats no password', () => {
    expect(saysOf(at('db'))).not.toContain('hush');
  });
});
