import { createHash } from 'node:crypto';
import { FRONT_PAGE_STYLE, frontPageHtml } from '../pages/front-page-html';
import { type Library, startLibrary } from '../testing/start-library';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
const PAGE = { authority: 'Stock<port> & "co"', isDemonstration: false };

describe('the address itself', () => {
  let library: Library;
  beforeAll(async () => {
    library = await startLibrary({ frontPage: PAGE });
  });
  afterAll(() => library.stop());

  const at = (accept: string, method = 'GET') => fetch(library.url, { method, headers: { accept } });

  it('is a page in a browser, without a sign-in, of which nothing comes from elsewhere', async () => {
    const response = await at(BROWSER);
    const html = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(html).toBe(frontPageHtml(PAGE));
    expect(response.headers.get('vary')).toBe('Accept-Encoding, Accept');
    const policy = response.headers.get('content-security-policy') ?? '';
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it.each(['*/*', 'application/json', ''])('is the same in JSON for a program: %j', async (accept) => {
    const response = await at(accept);
    expect([response.status, await response.json()]).toEqual([
      200,
      { name: 'Council complaints', graphql: '/graphql', health: '/health/ready' },
    ]);
  });

  it('leads where something answers', async () => {
    const { graphql, health } = await (await at('application/json')).json();
    const paths = [...frontPageHtml(PAGE).matchAll(/href="(\/[^"]*)"/g)].map(([, path]) => path);
    expect(paths).toEqual(['/health/ready', '/health/live']);
    for (const path of [...paths, health]) expect((await fetch(`${library.url}${path}`)).status).toBe(200);
    expect((await fetch(`${library.url}${graphql}`)).status).toBe(401);
  });

  it('has a head alone where that is asked for', async () => {
    const response = await at(BROWSER, 'HEAD');
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('is told apart from where questions go', async () => {
    const posted = await at(BROWSER, 'POST');
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect((await posted.json()).errors[0].message).toContain('/graphql');
    expect((await at('image/png')).status).toBe(406);
    for (const path of ['/health/live', '/health/ready']) {
      const health = await fetch(`${library.url}${path}`, { method: 'POST', body: 'x' });
      expect([health.status, health.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
  });
});

describe('the front page', () => {
  const pages = [PAGE, { ...PAGE, isDemonstration: true }].map(frontPageHtml);

  it('can be read by everybody: language, one heading of the first rank, none left out, a main part, a title', () => {
    for (const html of pages) {
      expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
      expect(html).toMatch(/<title>[^<]+<\/title>/);
      expect(html).toMatch(/<meta name="viewport" content="width=device-width, initial-scale=1">/);
      expect(html.match(/<main>/g)).toHaveLength(1);
      const ranks = [...html.matchAll(/<h(\d)>/g)].map(([, rank]) => Number(rank));
      expect(ranks).toEqual([1, 2, 2, 2, 2]);
    }
  });

  it('has no script, no image and no address of another host', () => {
    for (const html of pages)
      expect(html).not.toMatch(/<script|<img|<iframe|https?:|\/\/|@import|url\(| style=| on\w+=/);
  });

  it('shows what is set as text', () => {
    expect(pages[0]).toContain('Complaints of: Stock&lt;port&gt; &amp; &quot;co&quot;');
  });

  it('promises demonstration tokens where they open it alone', () => {
    expect(pages.map((html) => html.includes('npm run'))).toEqual([false, true]);
  });

  const [light = '', dark = ''] = FRONT_PAGE_STYLE.split('prefers-color-scheme: dark');
  it.each([
    ['light', light],
    ['dark', dark],
  ])('has texts that stand out from what is behind them, in %s', (_, style) => {
    const colour = (name: string) => new RegExp(`--${name}: #([\\da-f]{6})`).exec(style)?.[1] ?? 'none';
    for (const [text, behind] of [
      ['ink', 'paper'],
      ['ink', 'ground'],
      ['ink', 'code'],
      ['soft', 'ground'],
      ['on-band', 'band'],
      ['link', 'paper'],
    ] as const)
      expect([text, behind, contrast(colour(text), colour(behind)) >= 7]).toEqual([text, behind, true]);
  });

  it('would be found to be too pale', () => {
    expect(contrast('777777', 'ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('000000', 'ffffff')).toBeCloseTo(21, 5);
  });
});

/** The contrast of two colours, as WCAG 2 has it. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
