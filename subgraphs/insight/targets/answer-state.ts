import { changeStateSql } from '../../../platform/tables/watch-changes';
import { STATE } from '../figures/reference';

/** SQL that names all from which insight answers: the facts, and what people decided here (`watchChanges`). */
export const ANSWER_STATE = `
  select facts.state || ' ' || decided.state as state
  from (${STATE}) facts, (${changeStateSql('insight')}) decided`;
