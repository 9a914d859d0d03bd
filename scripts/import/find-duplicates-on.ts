import { findDuplicates } from '../../imports/pipeline';
import { sources } from '../../imports/sources';
import { noteWork } from '../../subgraphs/intake/subgraph';
import { factsOn, type ImportingOn } from './importing';

/** Searches what imports have changed for likely duplicates; returns how many were new. */
export async function findDuplicatesOn(on: ImportingOn): Promise<number> {
  const facts = await factsOn(on);
  const [intake, clock] = [on.schemas.of('intake'), on.settings.clock];
  return noteWork({ intake, clock, kind: 'search' }, () => findDuplicates({ sources, facts, intake, clock }));
}
