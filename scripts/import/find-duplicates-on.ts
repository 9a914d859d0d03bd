import { findDuplicates } from '../../imports/pipeline';
import { sources } from '../../imports/sources';
import { factsOn, type ImportingOn } from './importing';

/** Searches what imports have changed for likely duplicates; returns how many were new. */
export async function findDuplicatesOn(on: ImportingOn): Promise<number> {
  const facts = await factsOn(on);
  return findDuplicates({ sources, facts, intake: on.schemas.of('intake'), clock: on.settings.clock });
}
