import type { Choices } from '../filters/parts';
import type { Asking, Gateway } from '../gateway/gateway';
import { ReachDocument, type ReachQuery } from '../operations/__generated__/operations';

/** What every page of figures has to know first. */
export interface Reach {
  /** The newest day that the records of all streams reach. */
  readonly asAt: string;
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
  return {
    asAt: reach?.asAt ?? '',
    sources: reach?.sources ?? [],
    services: named,
    choices: {
      services: named.map(({ name }) => name),
      directorates: [...new Set(named.map(({ directorate }) => directorate))].sort(),
      themes: (themes?.rows ?? []).flatMap(({ theme }) => theme ?? []),
      channels: (channels ?? []).map(({ name }) => name),
    },
  };
}
