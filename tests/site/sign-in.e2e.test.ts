import { startTestSite, type TestSite } from '../../scripts/testing/running-site';
import type { Visitor } from '../../scripts/testing/visitor';

const START_MILLIS = 120_000;
/** Two seconds for all that a page asks (five for the sign-in service), and what a busy machine needs to make a page of it. */
const IN_TIME_MILLIS = 6_500;
const FIGURES = '/dashboard';
const WORK = '/casework';
const STARTS = [
  ...(['ana', 'dee', 'sid', 'ada'] as const).map((person) => [person, FIGURES] as const),
  ...(['mark', 'olu', 'cora'] as const).map((person) => [person, WORK] as const),
  ['aud', '/audit'] as const,
];

describe('signing in to the site', () => {
  let site: TestSite;

  beforeAll(async () => {
    site = await startTestSite();
    // The first question to a graph waits until the gateway has made it: it is asked before a wait is timed.
    for (const role of ['analyst', 'partner']) await site.product.ask(role, '{ caller { subject } }');
  }, START_MILLIS);
  afterAll(() => site?.stop());

  const formTokenOf = (html: string) => /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const isSignedIn = async (visitor: Visitor) =>
    (await visitor.get('/help')).html.includes('action="/sign-out"');
  const startAs = (person: string, returnTo = '/') =>
    `/sign-in/start?person=${person}&returnTo=${encodeURIComponent(returnTo)}`;

  // First of all: what the site knows of the service it keeps.
  it('is told to be out of order while the service is down, in time, and works when it is up again', async () => {
    site.signInState = 'down';
    const visitor = site.visitor();
    const begun = performance.now();
    const page = await visitor.get(startAs('ana'));
    expect([page.status, page.html]).toEqual([503, expect.stringContaining('cannot be reached')]);
    expect(performance.now() - begun).toBeLessThan(IN_TIME_MILLIS);
    expect(page.html).toContain('/sign-in/start?person=ana');
    site.signInState = 'up';
    await visitor.get(startAs('ana', '/help'));
    expect(await isSignedIn(visitor)).toBe(true);
  });

  it('is what somebody is taken to who is not signed in, and back to the page that they wanted', async () => {
    const visitor = site.visitor();
    const wanted = '/complaints?measure=OVERDUE&streams=ADULTS&from=2021-04-01';
    const page = await visitor.get(wanted);
    expect([page.status, new URL(page.url).pathname]).toEqual([200, '/sign-in']);
    const link =
      /href="(\/sign-in\/start\?person=ana[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const back = await visitor.get(link);
    expect(back.url).toBe(`${site.url}${wanted}`);
  });

  it.each(['//evil.example/', 'https://evil.example/', '/\\evil.example', '/sign-out'])(
    'leads to no other site and in no circle: %s',
    async (returnTo) => {
      const back = await site.visitor().get(startAs('aud', returnTo));
      expect(back.way.filter((address) => new URL(address).origin !== site.url)).toEqual([]);
      expect(new URL(back.url).pathname).toBe('/audit');
    },
  );

  it.each(STARTS)('takes %s to where people of the role begin, which opens: %s', async (person, start) => {
    const page = await site.visitor().get(startAs(person));
    expect([page.status, new URL(page.url).pathname]).toEqual([200, start]);
    expect(page.html).toMatch(/<h1[ >]/);
    // Nothing of who it is stands in any address on the way.
    expect(page.way.slice(1).join(' ')).not.toMatch(/Whitfield|Ellison|access_token|id_token/);
  });

  it('begins a session under an id that nobody had before, and ends the one before', async () => {
    const visitor = site.visitor();
    visitor.cookies.set('session', 'foisted-by-somebody-else');
    await visitor.get(startAs('ana', '/help'));
    const first = visitor.cookies.get('session') ?? '';
    expect(first).not.toBe('foisted-by-somebody-else');
    await visitor.get(startAs('ana', '/help'));
    expect(visitor.cookies.get('session')).not.toBe(first);
    const thief = site.visitor();
    thief.cookies.set('session', first);
    expect(await isSignedIn(thief)).toBe(false);
  });

  it('works in two tabs at once', async () => {
    const visitor = site.visitor();
    const begin = async (returnTo: string) =>
      (await visitor.step(startAs('mark', returnTo))).headers.get('location') ?? '';
    const [one, other] = [await begin('/help?tab=1'), await begin('/help?tab=2')];
    for (const [tab, address] of [
      ['2', other],
      ['1', one],
    ] as const)
      expect((await visitor.get(address)).url).toBe(`${site.url}/help?tab=${tab}`);
  });

  it('takes no answer that this browser did not ask for, nor any twice', async () => {
    const attacker = site.visitor();
    let address = (await attacker.step(startAs('ana'))).headers.get('location') ?? '';
    while (!address.includes('/sign-in/callback')) {
      const next = (await attacker.step(address)).headers.get('location') ?? '';
      address = new URL(next, address).href;
    }
    const victim = site.visitor();
    const page = await victim.get(address);
    expect([page.status, victim.cookies.has('session')]).toEqual([400, false]);
    expect(page.html).toContain('Begin again');
    expect((await attacker.get(address)).url).toBe(`${site.url}/dashboard`);
    expect((await attacker.get(address)).status).toBe(400);
    for (const odd of [
      '/sign-in/callback',
      '/sign-in/callback?state=x&code=y',
      '/sign-in/callback?error=access_denied',
    ])
      expect((await victim.get(odd)).status).toBe(400);
  });

  it('gives tokens that the gateway takes', async () => {
    const visitor = await site.signIn('mark');
    const page = await visitor.get('/dashboard');
    expect(page.status).toBe(200);
    expect(page.html).toContain('data-measure="');
  });

  describe('and out again', () => {
    it('ends the session here and at the service, and the page says so', async () => {
      const visitor = await site.signIn('ana');
      const id = visitor.cookies.get('session') ?? '';
      const formToken = formTokenOf((await visitor.get('/help')).html);
      const asked = await visitor.post('/sign-out', { formToken });
      expect(asked.url).toContain('/demonstration-sign-in/session/end');
      const [, xsrf = ''] = /name="xsrf" value="(\w+)"/.exec(asked.html) ?? [];
      const out = await visitor.post('/demonstration-sign-in/session/end/confirm', { xsrf, logout: 'yes' });
      expect([out.status, out.url]).toEqual([200, `${site.url}/signed-out`]);
      expect(out.html).toContain('You are signed out');
      visitor.cookies.set('session', id);
      expect(await isSignedIn(visitor)).toBe(false);
    });

    it('at the service ends it in every other browser’s tab of the same sign-in', async () => {
      const visitor = await site.signIn('olu');
      const other = site.visitor();
      other.cookies.set('session', visitor.cookies.get('session') ?? '');
      expect(await isSignedIn(other)).toBe(true);
      // Straight to the service: the site learns of it by the back channel alone.
      const asked = await visitor.get('/demonstration-sign-in/session/end');
      const [, xsrf = ''] = /name="xsrf" value="(\w+)"/.exec(asked.html) ?? [];
      await visitor.post('/demonstration-sign-in/session/end/confirm', { xsrf, logout: 'yes' });
      expect(await isSignedIn(other)).toBe(false);
    });

    it('is nothing that another site’s form can do', async () => {
      const visitor = await site.signIn('ana');
      const others = formTokenOf((await (await site.signIn('dee')).get('/help')).html);
      for (const fields of [{}, { formToken: '' }, { formToken: others }]) {
        const page = await visitor.post('/sign-out', fields);
        expect([page.status, page.html]).toEqual([403, expect.stringContaining('out of date')]);
      }
      expect(await isSignedIn(visitor)).toBe(true);
    });
  });

  it('lets every answer of the site, errors too, hold a browser to it, and keeps none', async () => {
    const visitor = await site.signIn('ana');
    const answers = [
      ...(await Promise.all(
        ['/', '/help', '/nowhere', '//', '/%E0%A4%A', '/complaints?streams=NOBODY', '/audit', '/sign-in'].map(
          (path) => visitor.step(path),
        ),
      )),
      await visitor.step('/sign-out', { method: 'POST' }),
      await visitor.step('/help', { method: 'PUT' }),
      await visitor.step('/sign-in/ended', {
        method: 'POST',
        body: new URLSearchParams({ logout_token: 'a.b.c' }),
      }),
      await site.visitor().step('/complaints'),
    ];
    for (const { url, status, headers } of answers) {
      const found = {
        policy: headers.get('content-security-policy')?.startsWith("default-src 'none'; script-src 'self'"),
        sniff: headers.get('x-content-type-options'),
        cache: headers.get('cache-control'),
        referrer: headers.get('referrer-policy'),
      };
      expect({ url, status, ...found }).toEqual({
        ...{ url, status, policy: true, sniff: 'nosniff', cache: 'no-store', referrer: 'same-origin' },
      });
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
    }
  });

  it('puts no host into a page or an address that a request makes up', async () => {
    const visitor = await site.signIn('ana');
    const headers = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    const start = await visitor.step(startAs('ana'), { headers });
    expect(start.headers.get('location')).toContain(encodeURIComponent(`${site.url}/sign-in/callback`));
    expect((await visitor.get('/help', headers)).html).not.toContain('evil.example');
  });

  it.each([
    ['/dashboard', /query Dashboard\b/],
    ['/dashboard', /query FilterNames\b/],
    ['/complaints', /query FilterThemes\b/],
    ['/complaints?services=Highways', /query (FilterNames|ComplaintLines)\b/],
    ['/measures/OVERDUE', /query DividedFigures\b/],
  ])('shows of %s what there is, in time, where %s gets no answer', async (path, hangsOn) => {
    const visitor = await site.signIn('ana');
    site.gateway.hangsOn = hangsOn;
    try {
      const begun = performance.now();
      expect([path, (await visitor.get(path)).status]).toEqual([path, 200]);
      expect(performance.now() - begun).toBeLessThan(IN_TIME_MILLIS);
    } finally {
      site.gateway.hangsOn = null;
    }
  });

  it('leaves nothing personal, and no token, in what the site logs', async () => {
    const visitor = site.visitor();
    await visitor.get('/sign-in/callback?state=a-secret-state&code=a-secret-code');
    const logged = site.logged.join('');
    expect(logged).toContain('cannot be reached');
    expect(logged).not.toMatch(/Whitfield|Ellison|Adeyemi|eyJ[\w-]+\.|a-secret-|"session"/);
  });
});
