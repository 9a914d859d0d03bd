import { findDuplicates } from '../../imports/pipeline';
import { sources } from '../../imports/sources';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { addWork } from '../../subgraphs/intake/subgraph';
import type { Heed } from '../jobs/heed-job';
import { performWork } from '../jobs/perform-work';
import { factsOn, type ImportingOn } from './importing';

/**
 * Searches what imports have changed for likely duplicates, as long work that the product or somebody asked for; returns
 * how many were new. None while another process searches.
 */
export async function findDuplicatesOn(on: ImportingOn): Promise<number> {
  const facts = await factsOn(on);
  const [intake, clock] = [on.schemas.of('intake'), on.settings.clock];
  await inTransaction(intake, IMPORT_SCOPE, (transaction) => addWork(transaction, 'search', clock.now()));
  let found = 0;
  await performWork({ intake, clock, kind: 'search' }, async (heed) => {
    const added = await findDuplicates({ sources, facts, intake, clock, ...heeding(heed) });
    found += added;
    return inWords(added);
  });
  return found;
}

/** Comparing goes on to its end: pairs that are no longer found are taken back first. */
function heeding(heed: Heed) {
  let [done, isPairing] = [0, false];
  heed.tells(() => ({ done, expected: isPairing ? done : null }));
  return {
    afterBatch(records: number) {
      done += records;
      heed.check();
    },
    async beforePairing() {
      await heed.beginRecording();
      isPairing = true;
    },
  };
}

const inWords = (added: number): string =>
  added === 0
    ? 'No likely duplicate is new.'
    : `${added === 1 ? 'One likely duplicate' : `${added} likely duplicates`} more.`;
