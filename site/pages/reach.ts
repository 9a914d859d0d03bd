import type { Choices } from '../filters/parts';
import type { Asking, Gateway } from '../gateway/gateway';
import { ReachDocument, type ReachQuery } from '../operations/__generated__/operations';

/** What every page of figures has to know first. */
export interface Reach {
  /** The newest day that the records of all streams reach; where one sees none of a stream, that of the ombudsmen's cases. */
  readonly asAt: string;
  /** Whether one sees records of any stream: a partner may see ombudsmen's cases alone. */
  readonly hasStages: boolean;
  readonly sources: NonNullable<ReachQuery['reach']>['sources'];
  /** What a filter can name. */
  readonly choices: Choices;
  readonly services: readonly { readonly id: string; readonly name: string; readonly directorate: string }[];
}

/** No page of figures can be made without it, so it is waited for a little longer. */
const TIMEOUT_MILLIS = 5_000;

/** Asks how far the records reach, and for the names that a filter can have. */
export async function askReach(gateway: Gateway, asking: Asking): Promise<Reach> {
  const { reach, themes, services, channels } = await gateway.ask(
    ReachDocument,
    {},
    { timeoutMillis: TIMEOUT_MILLIS, ...asking },
  );
  const named = services ?? [];
  const sources = reach?.sources ?? [];
  const hasStages = sources.some(({ stream }) => stream !== null);
  const newest = sources
    .flatMap(({ to }) => to ?? [])
    .sort()
    .at(-1);
  return {
    asAt: (hasStages ? reach?.asAt : newest) ?? reach?.asAt ?? '',
    hasStages,
    sources,
    services: named,
    choices: {
      services: named.map(({ name }) => name),
      directorates: [...new Set(named.map(({ directorate }) => directorate))].sort(),
      themes: (themes?.rows ?? []).flatMap(({ theme }) => theme ?? []),
      channels: (channels ?? []).map(({ name }) => name),
    },
  };
}
