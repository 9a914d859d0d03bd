import type { Outcome } from '../../domain/findings';
import type { PointFinding } from '../../domain/procedure/case-state';
import type { TimelineEntry } from '../../domain/procedure/command';

/** The elements of a complaint as they were written down at one time. */
export interface ElementsTold<Entry> {
  readonly entry: Entry;
  readonly outcome: Outcome | null;
  readonly findings: readonly PointFinding[];
}

/** Each time that a complaint's elements were written down, the newest first; `entries` are all of its timeline, in order. */
export const elementsTold = <Entry extends Pick<TimelineEntry, 'facts'>>(
  entries: readonly Entry[],
): ElementsTold<Entry>[] => entries.flatMap(told).reverse();

function told<Entry extends Pick<TimelineEntry, 'facts'>>(entry: Entry): ElementsTold<Entry>[] {
  const { facts } = entry;
  switch (facts.event) {
    case 'record':
    case 'agreeStatement':
      return [{ entry, outcome: null, findings: [] }];
    case 'reportInvestigation':
    case 'reportPanel':
      return [{ entry, outcome: null, findings: facts.findings }];
    case 'answer':
      return [{ entry, outcome: facts.outcome, findings: facts.findings }];
    default:
      return [];
  }
}
