import type { FilterPart } from '../../filters/parts';
import type { Asking, Gateway } from '../../gateway/gateway';
import { ServiceNamesDocument } from '../../operations/__generated__/operations';
import { type Place, serviceOf, streamOf } from '../../pages/places/place';
import type { SubscribedPage } from '../subscribed-page';
import { Unreadable } from './unreadable';

/** What the page of a view is about. */
export interface ViewPlace {
  readonly name: string;
  /** What kind of place it is, as a sentence; null of pages that are about all. */
  readonly kind: string | null;
  /** What its figures are narrowed to, whatever the view says. */
  readonly narrow: Place['narrow'] | Readonly<Record<string, never>>;
  /** Parts of the filter that time and place tell already. */
  readonly fixed: readonly (FilterPart | 'asAt')[];
}

const OF_TIME = ['financialYears', 'quarters', 'from', 'to', 'asAt'] as const;

/** What the page is about. Throws `Unreadable` where the service or stream is not there any more. */
export async function askViewPlace(
  gateway: Gateway,
  { kind, of }: SubscribedPage,
  asking: Asking,
): Promise<ViewPlace> {
  if (kind !== 'service' && kind !== 'stream')
    return { name: 'Dashboard', kind: null, narrow: {}, fixed: OF_TIME };
  const place = kind === 'stream' ? streamOf(of) : await askService(gateway, of, asking);
  if (place === null) throw new Unreadable(`The ${kind} that the view is of is not there any more.`);
  const part = kind === 'stream' ? 'streams' : 'services';
  return { name: place.name, kind: `${place.kind}.`, narrow: place.narrow, fixed: [...OF_TIME, part] };
}

async function askService(gateway: Gateway, id: string, asking: Asking): Promise<Place | null> {
  const { services } = await gateway.ask(ServiceNamesDocument, {}, asking);
  return serviceOf(id, services);
}
