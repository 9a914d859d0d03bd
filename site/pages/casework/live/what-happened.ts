import { z } from 'zod';
import { londonMomentOf } from '../../../../domain/calendar/day';
import type { CaseLivePartsFragment } from '../../../operations/__generated__/operations';
import type { NameOf } from '../../../server/person-names';
import { complaintHref } from '../../complaints/rows';
import { withDays } from '../entry-words';

/** What an open page of a complaint is told: its version, and what happened since it was made. */
export interface CaseTold {
  readonly version: number;
  /** Null where nothing did. */
  readonly says: string | null;
}

/** Where a page that shows a version of a complaint is told what happens to it. */
export const liveAt = (id: string, version: number | string): string =>
  `${complaintHref(id)}/live?version=${version}`;

/** The version that a page shows, as its address says; 0 where it says none. */
export const seenVersion = (query: Readonly<Record<string, unknown>>): number =>
  z.coerce.number().int().nonnegative().catch(0).parse(query.version);

/** What happened to a complaint since a version, in a sentence: who did what when; of several things the latest. */
export function whatHappened(
  { version, timeline }: NonNullable<CaseLivePartsFragment['casework']>,
  seen: number,
  nameOf: NameOf,
): CaseTold {
  const latest = timeline?.edges[0]?.node ?? null;
  if (version <= seen || latest === null) return { version, says: null };
  const done = `${nameOf(latest.by)}: ${withDays(latest.text)}`.replace(/\.$/, '');
  const moment = londonMomentOf(new Date(latest.at));
  const at = moment === null ? '' : ` (${moment.time.slice(0, 5)})`;
  const many = version - seen;
  return {
    version,
    says: many === 1 ? `${done}${at}.` : `${many} things happened. The latest: ${done}${at}.`,
  };
}
