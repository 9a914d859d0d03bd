import type { Asking, Gateway } from '../../../gateway/gateway';
import { CASE_GROUPS } from '../../../operations/case-groups.generated';
import { askPart } from '../../ask-part';
import type { WorkStream } from '../worklists/work-streams';
import { codeOf } from '../worklists/work-streams';
import type { Known } from './receiver';

/** Whom work can be given to, as the groups of these streams tell; a stream that is down is left out. */
export async function askKnown(
  gateway: Gateway,
  { streams, subject }: { readonly streams: readonly WorkStream[]; readonly subject: string },
  asking: Asking,
): Promise<Known> {
  const told = await Promise.all(
    streams.map((stream) => askPart(gateway.ask(CASE_GROUPS[codeOf(stream)], {}, asking))),
  );
  return knownOf(
    told.flatMap((answer) => answer?.groups ?? []),
    [subject],
  );
}

interface Group {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** The same of groups that were asked for already, with further people. */
export const knownOf = (groups: readonly Group[], people: readonly string[]): Known => ({
  people: [...new Set([...people, ...groups.flatMap(({ members }) => members)])].sort(),
  groups: new Map(groups.map(({ id, name }) => [id, name])),
});
