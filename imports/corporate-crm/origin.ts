import type { Route } from '../../contracts/route';
import { type Day, toDay } from '../../domain/calendar/day';
import { readReference } from '../cells/references';
import { blank, digits, readWord } from '../cells/text';
import { type CrmStream, ROUTES } from './codes';
import type { CorporateRowFaults } from './faults';

/** How a stage came about. `parentKey` is the parent's digits; null where it joins nothing. */
export interface Origin {
  readonly route: Route | null;
  readonly parentKey: string | null;
}

/** Since when the system keeps how a corporate stage 2 came about (the extracts' README, `Route`). */
const ROUTE_KEPT_SINCE = toDay('2021-04-01');

/**
 * Reads the route and the parent together: where the route is empty, a parent means escalated; where it is not, the
 * route decides. Schools' parents are kept always, so a later schools' stage with neither is direct.
 */
export function originOf(about: {
  readonly notes: CorporateRowFaults;
  readonly stream: CrmStream;
  readonly stage: number;
  readonly receivedOn: Day;
}): Origin {
  const { notes } = about;
  if (about.stage === 1) return firstStage(notes);
  const parent = parentIn(notes);
  const written = readWord(notes.cell('Route'), ROUTES);
  if (written.kind === 'word') return byRoute(notes, { route: written.means, parentKey: parent.key });
  if (written.kind === 'unknown') notes.add('Route', 'UNKNOWN_ROUTE');
  if (parent.key !== null) return { route: 'ESCALATED', parentKey: parent.key };
  if (written.kind === 'unknown') return { route: null, parentKey: null };
  if (about.stream === 'schools') return { route: 'DIRECT', parentKey: null };
  if (about.receivedOn >= ROUTE_KEPT_SINCE) notes.add('Route', 'ROUTE_NOT_RECORDED');
  return { route: null, parentKey: null };
}

function firstStage(notes: CorporateRowFaults): Origin {
  if (!blank(notes.cell('Parent Ref'))) notes.add('Parent Ref', 'PARENT_AT_FIRST_STAGE');
  if (!blank(notes.cell('Route'))) notes.add('Route', 'ROUTE_AT_FIRST_STAGE');
  return { route: null, parentKey: null };
}

function parentIn(notes: CorporateRowFaults): { readonly key: string | null } {
  const written = notes.cell('Parent Ref');
  if (blank(written)) return { key: null };
  const reference = readReference(written);
  if (reference !== null) return { key: digits(reference) };
  notes.add('Parent Ref', 'PARENT_UNREADABLE');
  return { key: null };
}

function byRoute(
  notes: CorporateRowFaults,
  { route, parentKey }: { route: Route; parentKey: string | null },
): Origin {
  if (route === 'DIRECT') {
    if (parentKey !== null) notes.add('Route', 'ROUTE_CONTRADICTS_PARENT');
    return { route, parentKey: null };
  }
  if (parentKey === null && blank(notes.cell('Parent Ref'))) notes.add('Parent Ref', 'PARENT_MISSING');
  return { route, parentKey };
}
