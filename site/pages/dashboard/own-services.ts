import type { Asking, Gateway } from '../../gateway/gateway';
import { ServicesDocument } from '../../operations/__generated__/operations';
import { askPart } from '../ask-part';
import { narrowedTo } from '../figures/narrowed';
import type { AskedPage } from '../figures/read-page';
import { serviceHref } from '../places/place';
import { type ServiceHead, type ServiceRow, serviceHeads, serviceRows } from '../services/service-rows';

/** The services that somebody manages, with their figures of the page's time: where a manager begins. */
export interface OwnServices {
  readonly title: string;
  /** Whether its rows stand apart where there is little room. */
  readonly isApart: true;
  readonly heads: readonly ServiceHead[];
  /** Their names alone, each leading to its page. */
  readonly names: readonly { readonly name: string; readonly href: string }[];
  /** Null where their figures cannot be had. */
  readonly services: readonly ServiceRow[] | null;
}

/**
 * Asks how the services of these ids stand, whatever services the page is narrowed to, those with most that is overdue
 * first. Null where somebody manages none.
 */
export async function askOwnServices(
  gateway: Gateway,
  { ids, asked }: { readonly ids: readonly string[]; readonly asked: Pick<AskedPage, 'reach' | 'period'> },
  asking: Asking,
): Promise<OwnServices | null> {
  const { reach, period } = asked;
  const own = reach.services.filter(({ id }) => ids.includes(id));
  const names = own.map(({ name }) => name);
  if (names.length === 0) return null;
  const filter = narrowedTo('stages', period.filter);
  const where = { ...narrowedTo('stages', period.where), services: names };
  const answer = await askPart(gateway.ask(ServicesDocument, { where, asAt: period.askedAsAt }, asking));
  const services =
    answer && serviceRows(answer, filter, 'overdue').filter(({ name }) => names.includes(name));
  const heads = serviceHeads('name', filter).map((head) => ({ ...head, href: null, sorted: null }));
  return {
    ...{ title: 'Your services', isApart: true, heads, services },
    names: own.map(({ id, name }) => ({ name, href: serviceHref(id, filter) })),
  };
}
