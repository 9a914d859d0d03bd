import { askCommand, type Commanded } from '../../forms/ask-command';
import { type Problem, refusalIn } from '../../forms/problem';
import type { Asking, Gateway } from '../../gateway/gateway';
import {
  type ActionPartsFragment,
  type AgreedActionInput,
  SaveAgreedActionDocument,
  type SaveAgreedActionMutation,
} from '../../operations/__generated__/operations';

/** What came of an action that was sent; `now` is what somebody else wrote meanwhile. */
export type SavedAction = Commanded<unknown> & { readonly now: ActionPartsFragment | null };

/** Sends what was agreed. */
export async function saveAction(
  gateway: Gateway,
  asking: Asking,
  sent: { readonly id: string; readonly basedOnVersion: number; readonly action: AgreedActionInput },
): Promise<SavedAction> {
  const now: { current: ActionPartsFragment | null } = { current: null };
  const commanded = await askCommand(gateway.ask(SaveAgreedActionDocument, sent, asking), ({ outcome }) => {
    if (outcome?.__typename === 'AgreedActionChanged') now.current = outcome.action;
    return problemsOf(outcome);
  });
  return { ...commanded, now: now.current };
}

const FIELD_OF: Readonly<Record<string, string>> = {
  ...{ dueOn: 'due', endedOn: 'ended', complaintId: 'reference' },
};

const problemsOf = (outcome: SaveAgreedActionMutation['outcome']): Problem[] =>
  refusalIn(
    outcome,
    outcome?.__typename === 'AgreedActionUnusable'
      ? { AgreedActionUnusable: FIELD_OF[outcome.part] ?? outcome.part }
      : {},
  );
