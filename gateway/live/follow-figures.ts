import { isRefused, type LiveAnswer } from './ask-live';
import { type FiguresHub, sharedKey } from './figures-hub';
import type { FiguresQuestion } from './question';
import type { Session } from './session';
import { ended } from './told-error';

/** Tells a session its figures: at once, and when they change. Of several that it could not take yet, the newest. */
export function followFigures(
  session: Session,
  question: FiguresQuestion,
  hub: Pick<FiguresHub, 'join'>,
): { onChange(): void; onLost(): void; onRenewed(): void } {
  const { stream, signal } = session;
  let newest: LiveAnswer | null = null;
  let isWaiting = false;

  async function send(answer: LiveAnswer): Promise<void> {
    newest = answer;
    if (isWaiting) return;
    isWaiting = true;
    await stream.flowing();
    isWaiting = false;
    if (signal.aborted || newest === null) return;
    stream.next(newest);
    if (isRefused(newest, question.key)) session.end(null);
    newest = null;
  }
  const member = {
    caller: session.caller,
    tell: (answer: LiveAnswer) => void send(answer),
    fail: () =>
      session.end(ended('INTERNAL_SERVER_ERROR', 'The figures could not be told. Subscribe again.')),
  };
  let key = sharedKey(question, member);
  let joined = hub.join(question, member);
  if (signal.aborted) joined.leave();
  signal.addEventListener('abort', () => joined.leave(), { once: true });
  return {
    onChange: () => joined.wake(),
    onLost: () => joined.wake(),
    onRenewed() {
      const now = sharedKey(question, member);
      if (now === key) return;
      joined.leave();
      key = now;
      joined = hub.join(question, member);
    },
  };
}
