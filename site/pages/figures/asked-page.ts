import type { FastifyRequest } from 'fastify';
import { dayWords } from '../../../domain/figures/days';
import type { Parameters } from '../../filters/address';
import type { FilterPart } from '../../filters/parts';
import type { PagePeriod } from '../../filters/period';
import { filterTags } from '../../filters/tags';
import type { Asking } from '../../gateway/gateway';
import { narrowing } from '../../lists/narrowing';
import { askingOf, queryOf } from '../page-makers';
import { askReachWithNames, type Reach, type ReachMakers, reachesTo, versionOf } from '../reach';
import { lostView, lostWords } from './lost';
import { type AskedPage, readPage } from './read-page';

/** Reads the address of a page of figures. */
export const askedPage = (request: FastifyRequest, makers: ReachMakers): Promise<AskedPage> =>
  askPage(makers, queryOf(request), askingOf(request));

/** As `askedPage`, for whoever asks without a request. */
export const askPage = async (
  makers: ReachMakers,
  query: Readonly<Record<string, unknown>>,
  asking: Asking,
): Promise<AskedPage> => readPage(query, await askReachWithNames(makers, asking, query));

/** What the head of a page of figures shows: its time, its tags, and the form that makes others. */
export function pageHead(
  { filter, problems, reach, period }: AskedPage,
  options: {
    readonly path: string;
    /** What else the address says and keeps, such as an order. */
    readonly parameters?: Parameters;
    /** What the page is about, so that it cannot be changed. */
    readonly fixed?: FilterPart;
  },
) {
  const { path, parameters = {}, fixed } = options;
  const form = narrowing({ filter, parameters, choices: reach.choices, asAt: reach.asAt });
  return {
    ...{ path, problems, period, version: versionOf(reach) },
    ...lostView(reach),
    rule: reach.rule,
    stands: standsWords(
      { ...period, asAt: period.askedAsAt ?? reachesTo(reach, period.filter.streams) ?? period.asAt },
      reach,
    ),
    tags: filterTags(path, filter, parameters),
    form: form.parts.filter(({ part }) => part !== fixed),
    kept: form.kept,
  };
}

/** As at which day the figures stand, and why this time is shown where the address names none. */
export function standsWords(
  { isNewest, asAt, askedAsAt }: Pick<PagePeriod, 'isNewest' | 'asAt' | 'askedAsAt'>,
  reach: Pick<Reach, 'asAt' | 'sources' | 'isLost'>,
): string {
  if (reach.isLost) return lostWords(reach);
  const stand = `Figures stand as at ${dayWords(asAt)}`;
  if (askedAsAt === null) return `${isNewest ? 'The newest quarter that the records reach. ' : ''}${stand}.`;
  return `${stand}, as if nothing later were known; the records reach ${dayWords(reach.asAt)}.`;
}
