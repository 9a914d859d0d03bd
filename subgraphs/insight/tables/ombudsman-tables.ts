import type { PublishedRemedy } from '../../../contracts/events/ombudsman-case-changed';
import type { OmbudsmanDescribed } from '../../../contracts/events/ombudsman-described';
import type { OmbudsmanBody } from '../../../contracts/ombudsman-body';
import { bigint, boolean, day, jsonb, key, nullable, text } from '../../../platform/tables/columns';
import { defineTable, type RowIn } from '../../../platform/tables/define-table';

/** One ombudsman's case as figures count it. Days are ISO dates in Europe/London. */
export const ombudsmanCaseFact = defineTable({
  schema: 'insight',
  name: 'ombudsman_case_fact',
  columns: {
    case_id: key(text()),
    authority: text(),
    body: text<OmbudsmanBody>(),
    reference: text(),
    /** The stream's name in the schema's enum; null for a case of no stream of the council. */
    stream: nullable(text()),
    /** The partner organisation whose own case it is; null for the council's. */
    partner: nullable(text()),
    received_on: day(),
    decided_on: nullable(day()),
    upheld: nullable(boolean()),
    complaint_id: nullable(text()),
    /** What the council was to do, each with its days, in the order of the register; null where none was published. */
    remedies: nullable(jsonb<readonly PublishedRemedy[]>()),
    version: bigint(),
  },
  indices: [{ name: 'ombudsman_case_fact_by_received', columns: ['received_on'] }],
});
export type OmbudsmanCaseFactRow = RowIn<typeof ombudsmanCaseFact>;

/** A case that was removed: its version is remembered, so that an older event never brings it back. */
export const ombudsmanCaseGone = defineTable({
  schema: 'insight',
  name: 'ombudsman_case_gone',
  columns: { case_id: key(text()), version: bigint() },
});

/** How the ombudsmen's part described itself; one row at most. */
export const ombudsmanDescribed = defineTable({
  schema: 'insight',
  name: 'ombudsman_described',
  columns: { part: key(text()), description: jsonb<OmbudsmanDescribed>(), version: bigint() },
});
