import fc from 'fast-check';
import { returnTo } from './return-to';

const SITE = 'https://complaints.example.gov.uk';

/** What people try: pieces that browsers read in ways of their own. */
const pieces = fc.constantFrom(
  ...['/', '//', '\\', '/\\', '.', '..', '@', ':', '?', '#', '%2f', '%5c', '%00', '\t', '\n', '\r', ' '],
  ...['http:', 'https:', 'javascript:', 'data:', 'evil.example', 'complaints', '\u0000', '\u2215', 'é', ';'],
);
const attempts = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));

describe('where one comes back to after signing in', () => {
  it.each([
    '/',
    '/complaints',
    '/complaints?measure=OVERDUE&services=Parks%20%26%20Greenspace&asAt=2021-09-30',
    '/services/greenspace#open',
    '/signs',
    '/sign-ins',
  ])('is the page of this site that was wanted: %s', (wanted) => {
    expect(returnTo(wanted)).toBe(wanted);
  });

  it.each([
    ['another site', 'https://evil.example/'],
    ['another host', '//evil.example/'],
    ['a host as browsers read it', '/\\evil.example/'],
    ['a host behind a line break', '/\n/evil.example'],
    ['a host behind a tab', '/\t/evil.example'],
    ['a script', 'javascript:alert(1)'],
    ['a header', '/\r\nset-cookie: session=1'],
    ['a page beside this one', 'complaints'],
    ['the sign-in itself', '/sign-in?returnTo=%2Fsign-in'],
    ['the end of a sign-in', '/sign-in/callback?code=1'],
    ['the sign-out', '/sign-out'],
    ['the page of those who signed out', '/signed-out'],
    ['more than an address holds', `/${'x'.repeat(2_000)}`],
    ['nothing', undefined],
    ['a list', ['/complaints', '//evil.example']],
  ])('is the start for %s', (_what, wanted) => {
    expect(returnTo(wanted)).toBe('/');
  });

  it('never leaves the site, whatever an address says', () => {
    fc.assert(
      fc.property(fc.oneof(attempts, fc.string(), fc.webUrl(), fc.webPath()), (wanted) => {
        const back = returnTo(wanted);
        expect(new URL(back, SITE).origin).toBe(SITE);
        expect(back).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
      }),
      { numRuns: 2_000 },
    );
  });
});
