import { streamName } from '../../../domain/figures/names';
import { addressOf } from '../../filters/address';
import { type Filter, STREAMS } from '../../filters/parts';
import type { ServicesQuery, Stream } from '../../operations/__generated__/operations';

/** A service or a stream: what a page is about, and what its figures are narrowed to. */
export interface Place {
  readonly name: string;
  readonly path: string;
  /** What kind it is, and of which directorate. */
  readonly kind: string;
  readonly formerNames: readonly string[];
  readonly narrow: { readonly services: string[] } | { readonly streams: Stream[] };
  readonly stream: Stream | null;
}

/** The page of a service, narrowed as the page is that leads there. */
export const serviceHref = (id: string, { services, ...filter }: Filter = {}): string =>
  addressOf(`/services/${encodeURIComponent(id)}`, filter);

/** The page of a stream, narrowed as the page is that leads there. */
export const streamHref = (stream: Stream, { streams, ...filter }: Filter = {}): string =>
  addressOf(`/streams/${stream.toLowerCase()}`, filter);

/** The service of an id; null where there is none. */
export function serviceOf(id: string, services: ServicesQuery['services']): Place | null {
  const service = services?.find((each) => each.id === id);
  if (service === undefined) return null;
  return {
    name: service.name,
    path: serviceHref(id),
    kind: `A service of ${service.directorate}`,
    formerNames: service.formerNames,
    narrow: { services: [service.name] },
    stream: null,
  };
}

/** The stream of a name in lower or upper case; null where there is none. */
export function streamOf(name: string): Place | null {
  const stream = STREAMS.find((each) => each.toLowerCase() === name.toLowerCase());
  if (stream === undefined) return null;
  return {
    name: streamName(stream),
    path: streamHref(stream),
    kind: 'A stream: a procedure with its own law and people',
    formerNames: [],
    narrow: { streams: [stream] },
    stream,
  };
}
