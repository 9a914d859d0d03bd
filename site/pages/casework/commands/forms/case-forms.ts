import type { CASE_COMMANDS } from '../../../../operations/case-commands.generated';
import { byAnswering } from './by-answering';
import { byHandling } from './by-handling';
import { byHearing } from './by-hearing';
import { byLearning } from './by-learning';
import { byTime } from './by-time';
import type { CaseForm } from './case-form';

type CaseCommand = keyof typeof CASE_COMMANDS;

/** The forms of all commands on a live complaint, by their mutations without the stream: one that has none is an error of types. */
export const CASE_FORMS: Readonly<Record<CaseCommand, CaseForm>> = {
  ...byHandling,
  ...byTime,
  ...byAnswering,
  ...byHearing,
  ...byLearning,
};
