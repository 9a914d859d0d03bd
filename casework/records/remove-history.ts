import type { HistoricStage } from '../../contracts/records/stage';
import type { Transaction } from '../../platform/transaction/transaction';
import { holdMappedWords } from '../reference/mapped-words';
import { changeStages } from '../stages/change-stages';
import { historicStageId } from '../stages/ids';
import { lockRelatedStages } from '../stages/lock-related-stages';
import type { HistoryTarget } from './record-history';

/**
 * Takes stages back, as if they had never been recorded: nothing that was kept of them stays, and what is left of their
 * complaints is joined anew. A stage that is not there is passed over. The rows of complaints stay, for their versions.
 */
export async function removeHistory(
  transaction: Transaction,
  { stream, authority }: Omit<HistoryTarget, 'dataSource'>,
  stages: readonly Pick<HistoricStage, 'source' | 'key'>[],
): Promise<void> {
  // A word that is being given its meaning changes stages first and complaints after them.
  await holdMappedWords(transaction, stream.name);
  const keys = stages.map(({ source, key }) => ({
    id: historicStageId({ stream: stream.name, source, key }),
    source,
    ...{ case_key: null, own_key: null, parent_key: null },
  }));
  const related = await lockRelatedStages(transaction, { schema: stream.name, keys });
  const removed = new Set(keys.flatMap(({ id }) => related.get(id) ?? []));
  await changeStages(transaction, { stream, authority, related, changed: [], removed: [...removed] });
}
