import { hangPart } from '../../scripts/testing/hang-part';
import { startTestSite, type TestSite } from '../../scripts/testing/running-site';
import type { Visitor } from '../../scripts/testing/visitor';

const START_MILLIS = 120_000;
/** Two seconds for all that a page asks, and what a machine that runs other tests needs to make a page of it. */
const IN_TIME_MILLIS = 4_000;
const FILTER = 'streams=CORPORATE&financialYears=2021-22&quarters=Q2';
const LOST = /cannot be shown right now/;

describe('a page whose part does not answer', () => {
  let site: TestSite;
  let ana: Visitor;
  let mark: Visitor;
  const goOn: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    site = await startTestSite();
    [ana, mark] = await Promise.all([site.signIn('ana'), site.signIn('mark')]);
    // The first question to the graph waits until the gateway has joined the parts' schemas: it is asked before a wait is timed.
    await site.product.ask('analyst', '{ caller { subject } }');
  }, START_MILLIS);
  afterEach(async () => {
    for (const each of goOn.splice(0)) await each();
    site.gateway.state = 'up';
  });
  afterAll(() => site?.stop());

  const hang = async (part: string) => {
    goOn.push(await hangPart(site.product.database, part));
  };
  /** Gets a page, in time. */
  async function got(visitor: Visitor, path: string) {
    const begun = performance.now();
    const page = await visitor.get(path);
    const millis = performance.now() - begun;
    if (millis > IN_TIME_MILLIS) throw new Error(`${path} took ${Math.round(millis)} ms`);
    return page;
  }

  it('stands with its time, tags, names and ways on where figures hang, nobody having told how far records reach', async () => {
    await hang('insight');
    const page = await got(ana, `/?${FILTER}`);
    expect([page.status, page.html]).toEqual([503, expect.stringMatching(LOST)]);
    expect(page.html).toContain('July to September 2021 (Q2 2021-22)');
    expect(page.html).toContain('How far the records reach cannot be told right now.');
    expect(page.html).toContain('Take away');
    expect(page.html).toContain('data-refresh="20"');
    expect(page.html).not.toContain('data-version');
    // Calls are another part's.
    expect(page.html).toMatch(/id="part-calls"/);
    expect((await got(ana, '/measures/OVERDUE')).html).toMatch(/<h1[^>]*>Overdue</);
    expect((await got(ana, '/measures/nothing-such')).status).toBe(404);
  });

  it('says when it was last told how far the records reach', async () => {
    expect((await ana.get('/dashboard')).status).toBe(200);
    await hang('insight');
    const page = await got(ana, '/dashboard');
    expect(page.html).toContain('when it was last told, figures stood as at 30 September 2021');
    expect(page.html).toContain('July to September 2021 (Q2 2021-22)');
  });

  it('shows a complaint from its own stream where nobody finds complaints, without what others say of it', async () => {
    const list = await ana.get('/complaints?streams=SCHOOLS');
    const href = /href="(\/complaints\/schools-[^"?]+)"/.exec(list.html)?.[1] ?? '';
    const whole = await ana.get(href);
    await hang('insight');
    const page = await got(ana, href);
    const titleIn = (html: string) => /<h1[^>]*>[^<]*<\/h1>/.exec(html)?.[0];
    expect([page.status, titleIn(page.html)]).toEqual([200, titleIn(whole.html)]);
    expect(page.html).toMatch(/Received \d/);
    expect((await got(ana, '/complaints/schools-none')).status).toBe(404);
  });

  it.each([
    ['/services', /Greenspace/],
    ['/services/greenspace', /<h1[^>]*>Greenspace/],
    ['/streams/adults', /The rule:/],
    ['/measures', LOST],
    [`/measures/IN_TIME_RATE?${FILTER}`, /Take away/],
    ['/reports/mid-year?financialYear=2021-22&upTo=Q2', /Mid-year report 2021-22/],
    ['/complaints?measure=OVERDUE', /<h1[^>]*>Overdue</],
    ['/complaints', /Filter/],
  ])('stands at %s where figures hang', async (path, also) => {
    await hang('insight');
    const page = await got(ana, path);
    expect([page.status, page.html]).toEqual([503, expect.stringMatching(LOST)]);
    expect(page.html).toMatch(also);
    expect(page.html).toContain('>Try again</a>');
    expect(page.html).not.toMatch(/undefined|\[object/);
  });

  it('shows a manager’s services by their names, and an officer how many faults are open', async () => {
    await hang('insight');
    const { html } = await got(mark, '/dashboard');
    expect(html).not.toContain('still open');
    expect((await got(await site.signIn('olu'), '/dashboard')).html).toMatch(
      /\d+ faults of the records<\/a> are still open/,
    );
    expect(html).toMatch(/id="part-own"[\s\S]*href="\/services\/greenspace/);
  });

  it.each(['/guidance', '/help', '/views', '/search'])(
    'is as ever at %s where figures hang',
    async (path) => {
      await hang('insight');
      expect((await got(ana, path)).status).toBe(200);
    },
  );

  it('takes nothing away as a file that lacks its figures', async () => {
    await hang('insight');
    for (const path of [
      '/dashboard/charts/by-theme.csv',
      '/services/charts/services.csv',
      '/measures/OPEN/charts/by-stream.csv',
    ])
      expect([path, (await ana.get(path)).status]).toEqual([path, 503]);
  });

  it('keeps the ombudsmen’s pages where their part hangs, and the dashboard but for its section', async () => {
    const list = await ana.get('/ombudsman-cases');
    const [, href = ''] = /href="(\/ombudsman-cases\/[^"?]+)"/.exec(list.html) ?? [];
    await hang('ombudsman');
    const page = await got(ana, '/ombudsman-cases?state=decided');
    expect([page.status, page.html]).toEqual([503, expect.stringMatching(LOST)]);
    expect(page.html).toMatch(/aria-current="true"[^>]*>[^<]*<span[^>]*><\/span> Decided/);
    expect((await got(ana, href)).html).toMatch(LOST);
    expect((await got(ana, '/dashboard')).status).toBe(200);
    expect((await got(await site.signIn('aud'), '/ombudsman-cases')).status).toBe(403);
  });

  it.each(['hanging', 'down'] as const)('says so in time where the gateway itself is %s', async (state) => {
    site.gateway.state = state;
    for (const path of [
      '/dashboard',
      '/services',
      '/guidance',
      '/measures/OVERDUE',
      '/data-quality/before-report',
    ]) {
      const page = await got(path.startsWith('/data') ? await site.signIn('ada') : ana, path);
      expect([path, page.status, page.html]).toEqual([path, 503, expect.stringMatching(LOST)]);
      expect(page.html).toContain(`href="${path}"`);
    }
  });

  it('keeps what was typed where the gateway hangs', async () => {
    const ada = await site.signIn('ada');
    const { html } = await ada.get('/help');
    const [, formToken = ''] = /name="formToken" value="([^"]+)"/.exec(html) ?? [];
    site.gateway.state = 'hanging';
    const page = await ada.post('/imports/rebuild', { formToken, note: 'after the new names' });
    expect(page.status).toBe(503);
    const [, kept = ''] = /href="(\/kept-forms\/[^"]+)"/.exec(page.html) ?? [];
    site.gateway.state = 'up';
    const again = await ada.get(kept);
    expect(again.html).toContain('after the new names');
    expect(again.html).toContain('did not answer when it was sent');
    expect((await ana.get(kept)).status).toBe(404);
  });
});
