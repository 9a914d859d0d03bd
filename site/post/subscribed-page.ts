import { isMeasureName } from '../pages/complaints/measured';

/** A page whose figures can be told by mail. */
export interface SubscribedPage {
  readonly kind: 'figures' | 'measure' | 'service' | 'stream';
  /** The measure, the service’s id, or the stream; nothing of other pages. */
  readonly of: string;
  readonly query: Readonly<Record<string, unknown>>;
}

/** Reads the address of a saved view; null where it is none of a page whose figures can be told by mail. */
export function subscribedPage(address: string): SubscribedPage | null {
  const whole = `http://site.invalid${address}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  const query = queryIn(url.searchParams);
  const [, room = '', of = '', ...rest] = url.pathname.split('/');
  if (rest.length > 0) return null;
  // The dashboard stood at the site's own address once.
  if (of === '' && ['', 'dashboard', 'services'].includes(room)) return { kind: 'figures', of, query };
  if (room === 'measures') return measurePage(of, query);
  if (room === 'complaints' && of === '') return measurePage(query.measure, query);
  if (of !== '' && room === 'services') return { kind: 'service', of: decoded(of), query };
  if (of !== '' && room === 'streams') return { kind: 'stream', of, query };
  return null;
}

function measurePage(given: unknown, query: SubscribedPage['query']): SubscribedPage | null {
  const measure = typeof given === 'string' ? given.toUpperCase() : '';
  return isMeasureName(measure) ? { kind: 'measure', of: measure, query } : null;
}

/** Parameters as pages are given them: a list where one comes several times. */
function queryIn(parameters: URLSearchParams): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    query[name] = values.length === 1 ? values[0] : values;
  }
  return query;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
