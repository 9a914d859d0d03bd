import type { SiteBench } from './product';

/** A page of the site that many look at. */
export interface MainPage {
  readonly title: string;
  readonly path: string;
  /** Whether Lighthouse looks at it, which takes half a minute for each preset. */
  readonly isScored?: boolean;
}

const REFERENCE = /href="\/complaints\/corporate-[^"]+">([^<]+)</;

/** The site's main pages, with addresses that lead somewhere in the council that is loaded. Throws where one is not to be found. */
export async function mainPages(site: Pick<SiteBench, 'getHeard'>): Promise<MainPage[]> {
  const behind = await found(site, '/', /href="(\/complaints\?[^"]*measure=OVERDUE[^"]*)"/);
  const complaint = await found(site, '/complaints', /href="(\/complaints\/corporate-[^"]+)"/);
  const reference = await found(site, '/complaints', REFERENCE);
  return [
    { title: 'dashboard', path: '/dashboard', isScored: true },
    { title: 'dashboard, one stream and stage', path: '/dashboard?streams=CORPORATE&stages=1' },
    { title: 'list of complaints', path: '/complaints', isScored: true },
    { title: 'list behind a figure', path: behind },
    { title: 'complaint', path: complaint, isScored: true },
    { title: "ombudsmen's cases", path: '/ombudsman-cases', isScored: true },
    { title: 'measures', path: '/measures', isScored: true },
    { title: 'a measure', path: '/measures/IN_TIME_RATE', isScored: true },
    { title: 'services', path: '/services' },
    { title: 'a service', path: '/services/greenspace', isScored: true },
    { title: 'a stream', path: '/streams/corporate' },
    { title: 'search by reference', path: `/search?reference=${encodeURIComponent(reference)}` },
    { title: 'help', path: '/help', isScored: true },
  ];
}

/** A page that is asked for the first time may miss a part that took too long. */
const MOST_TRIES = 12;

async function found(
  site: Pick<SiteBench, 'getHeard'>,
  path: string,
  pattern: RegExp,
  tries = MOST_TRIES,
): Promise<string> {
  const [, text] = pattern.exec(await site.getHeard(path)) ?? [];
  if (text !== undefined) return text.replaceAll('&amp;', '&');
  if (tries === 1) throw new Error(`${path} leads to no ${pattern.source}`);
  return found(site, path, pattern, tries - 1);
}
