import type { Keeper, Keepers, Loaded, Refused } from '../../imports/pipeline';
import type { Hashed, Source } from '../../imports/source';
import { noticesOf } from './notices';
import type { Progress } from './progress';
import { type Aside, NOTHING_ASIDE } from './report-summary';
import { watchRows } from './watch-rows';

/** Says how far an import has come, where there is something to say it, and what its summary says aside. */
export function watchImport(source: Source<Hashed>, progress?: Pick<Progress, 'doing'>) {
  const { source: watched, seen } = watchRows(source);
  let records = 0;
  const counted = ({ keep, ...others }: Keeper): Keeper => ({
    ...others,
    async keep(batch) {
      const found = await keep(batch);
      records += batch.length;
      return found;
    },
  });
  progress?.doing(() => `${inWords(seen.rows)} rows read, ${inWords(records)} records done`);
  return {
    source: watched,
    keepers: (keepers: Keepers): Keepers =>
      Object.fromEntries(Object.entries(keepers).map(([name, keeper]) => [name, counted(keeper)])),
    /** How many rows have been read, and records recorded. */
    far: () => ({ rows: seen.rows, records }),
    aside: (outcome: Loaded | Refused): Aside =>
      outcome.kind === 'loaded'
        ? { leftOut: seen.leftOut, notices: noticesOf(outcome, { source, seen }) }
        : NOTHING_ASIDE,
  };
}

const inWords = (count: number): string => count.toLocaleString('en-GB');
