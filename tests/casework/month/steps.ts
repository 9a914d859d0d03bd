import type { SignedIn } from '../../../platform/identity/identity';
import { type Kept, latest, newStage } from './ledger';
import { named, type Office } from './office';

/** What the ledger notes of each command that was done. */
export async function acknowledge(office: Office, who: SignedIn, kept: Kept): Promise<void> {
  const on = office.today;
  await office.do(who, kept, `acknowledge${named(kept.stream)}Complaint`, { on });
  const stage = latest(kept);
  stage.acknowledgedOn = on;
  // Without a last day for it there is nothing to be in time for: it is acknowledged, and not counted as in time.
  const dueOn = office.ledger.acknowledgeDueOn(kept, stage);
  stage.acknowledgedInTime = dueOn !== null && on <= dueOn;
}

export async function answer(office: Office, { who, kept, outcome, ...given }: Answer): Promise<void> {
  const on = office.today;
  const summary = 'We looked into it, and tell you what we found.';
  await office.do(who, kept, `answer${named(kept.stream)}Complaint`, { on, outcome, summary, ...given });
  const stage = latest(kept);
  Object.assign(stage, { outcome, answeredOn: on });
  stage.answeredInTime = isInTime(on, office.ledger.answerDueOn(kept, stage));
  kept.ended = 'ANSWERED';
}

interface Answer {
  readonly who: SignedIn;
  readonly kept: Kept;
  readonly outcome: string;
  readonly findings?: readonly object[];
}

export async function escalate(office: Office, who: SignedIn, kept: Kept): Promise<void> {
  const receivedOn = office.today;
  await office.do(who, kept, `escalate${named(kept.stream)}Complaint`, { receivedOn });
  kept.stages.push(newStage(latest(kept).number + 1, receivedOn));
  Object.assign(kept, { ended: null, assignedTo: null });
}

export async function assign(office: Office, who: SignedIn, kept: Kept, to: SignedIn): Promise<void> {
  await office.do(who, kept, `assign${named(kept.stream)}Complaint`, { to: to.subject });
  kept.assignedTo = to.subject;
}

const isInTime = (on: string, dueOn: string | null): boolean => dueOn === null || on <= dueOn;
