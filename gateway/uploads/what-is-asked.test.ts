import type { Arriving } from '../doors/door';
import { checkAsked } from './what-is-asked';

const arriving = (given: { url?: string; method?: string; headers?: object; scopes?: string[] }) =>
  ({
    request: {
      method: given.method ?? 'POST',
      url: given.url ?? '/imports/crm',
      headers: given.headers ?? {},
    },
    identity: { subject: 'ada', scopes: given.scopes ?? ['imports'] },
  }) as unknown as Omit<Arriving, 'signal'>;
const asked = (given: Parameters<typeof arriving>[0]) =>
  checkAsked(arriving(given), { path: '/imports/', sources: ['crm', 'calls'] });

describe('what somebody who sends a file asks', () => {
  it('is read from the address and the headers', () => {
    expect(asked({ url: '/imports/calls?dryRun=true&file=May.csv' })).toEqual({
      ...{ source: 'calls', file: 'May.csv', dryRun: true },
    });
    expect(asked({ url: '/imports/crm?dryRun=false' })).toEqual({
      ...{ source: 'crm', file: 'a file of crm', dryRun: false },
    });
    expect(asked({ headers: { 'content-disposition': 'attachment; filename=June.csv' } }).file).toBe(
      'June.csv',
    );
  });

  it('may come as curl sends it', () => {
    expect(asked({ headers: { 'content-type': 'application/x-www-form-urlencoded' } }).source).toBe('crm');
  });

  it.each([
    [{ scopes: ['figures'] }, 403, 'FORBIDDEN'],
    [{ method: 'GET' }, 405, 'BAD_REQUEST'],
    [{ url: '/imports/none' }, 400, 'UNKNOWN_SOURCE'],
    [{ url: '/imports/%E0%A4' }, 400, 'UNKNOWN_SOURCE'],
    [{ url: '/imports/crm?dryRun=1' }, 400, 'BAD_REQUEST'],
    [{ headers: { 'content-encoding': 'br' } }, 400, 'BAD_REQUEST'],
    [{ headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 400, 'BAD_REQUEST'],
  ])('is refused where it makes no sense: %j', (given, status, code) => {
    expect(() => asked(given)).toThrow(expect.objectContaining({ status, code }));
  });
});
