import type { CaseEvent, CommandCameFragment } from '../../../../operations/__generated__/operations';
import type { CaseSeen } from '../case-seen';
import { type CommandForm, commandForm, type Target } from '../command-form';

/** A command on a live complaint as people ask for it. */
export interface CaseForm extends CommandForm<CaseSeen, CommandCameFragment> {
  readonly event: CaseEvent;
}

type Parts<Taken extends Target> = Parameters<typeof commandForm<CaseSeen, CommandCameFragment, Taken>>;

/** The form of a command on a live complaint, by what happens. */
export const caseForm = <Taken extends Target>(
  event: CaseEvent,
  operations: Parts<Taken>[0],
  fields: Parts<Taken>[1],
): CaseForm => ({ event, ...commandForm(operations, fields) });
