import type { AskLive } from './ask-live';
import type { FiguresHub } from './figures-hub';
import { followComplaints } from './follow-complaints';
import { followFigures } from './follow-figures';
import type { ChangeListener, PartChanges } from './part-changes';
import type { LiveQuestion } from './question';
import type { Session } from './session';

interface Telling {
  readonly ask: AskLive;
  readonly changes: PartChanges;
  readonly hub: FiguresHub;
  /** Begins the answer; `onRenewed` is told when the caller is looked at anew. */
  open(onRenewed: () => void): Session;
}

/** Somebody who is told, of what changes and of being somebody else. */
interface Follower extends ChangeListener {
  onRenewed(): void;
}

/** Tells what a question asks until its session is over. What changes once the answer has begun is told. */
export async function beginTelling(question: LiveQuestion, telling: Telling): Promise<void> {
  let follower: Follower | null = null;
  const { lost, leave } = await telling.changes.listen({
    onChange: (change) => follower?.onChange(change),
    onLost: (part) => follower?.onLost(part),
  });
  try {
    const session = telling.open(() => follower?.onRenewed());
    const { signal } = session;
    follower = followerOf(session, question, telling);
    for (const part of lost) follower.onLost(part);
    if (!signal.aborted)
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  } finally {
    leave();
  }
}

const followerOf = (session: Session, question: LiveQuestion, { ask, hub }: Telling): Follower =>
  question.kind === 'figures'
    ? followFigures(session, question, hub)
    : followComplaints(session, question, ask);
