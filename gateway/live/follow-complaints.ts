import type { Change } from '../../platform/changes/change';
import { type AskLive, isRefused } from './ask-live';
import type { ComplaintQuestion } from './question';
import type { Session } from './session';
import { ended, type ToldError } from './told-error';

/** So many wait to be told; of those a reader takes none of, ids are all that is kept. */
const MOST_WAITING = 200;

/** The part whose followers hear of what changes in every stream: what the others tell is no complaint. */
const TELLING_PART = 'insight';

/** Tells a session the complaints of a stream that change, one after the other, each as it is when its turn comes. */
export function followComplaints(
  session: Session,
  question: ComplaintQuestion,
  ask: AskLive,
): { onChange(change: Change): void; onLost(part: string): void; onRenewed(): void } {
  const { signal } = session;
  /** When each was published, by its id. */
  const waiting = new Map<string, string>();
  /** When the one was published that is asked for: until it is told it has to be read, too. */
  let askedFrom: string | undefined;
  let isTelling = false;

  async function tellAll(): Promise<void> {
    if (isTelling) return;
    isTelling = true;
    for (const [id, at] of waiting) {
      await session.stream.flowing();
      if (signal.aborted) return;
      waiting.delete(id);
      askedFrom = at;
      await tell(session, question, { ask, id });
      askedFrom = undefined;
    }
    isTelling = false;
  }
  void refuseFirst(session, question, ask);
  const stop = (since?: string) =>
    session.end(tooMany([askedFrom ?? '', ...waiting.values(), since ?? ''].sort().find(Boolean)));
  return {
    onChange({ subjects, untold }) {
      const passed = untold.find(({ source }) => source === question.source);
      const changed = subjects.filter(({ source }) => source === question.source);
      // The first moment counts: from then on it has to be read.
      for (const { subject, at } of changed) waiting.set(subject, waiting.get(subject) ?? at);
      if (passed || waiting.size > MOST_WAITING) return stop(passed?.since);
      void tellAll();
    },
    onLost(part) {
      if (part === TELLING_PART) session.end(LOST);
    },
    // Each is asked for as whoever the caller is then.
    onRenewed: () => undefined,
  };
}

/** What may not be asked, or costs too much, is refused before anything has changed: by asking for one that there is not. */
async function refuseFirst(
  session: Session,
  { key, document, variables = {}, idVariable, source }: ComplaintQuestion,
  ask: AskLive,
): Promise<void> {
  const asked = { document, variables: { ...variables, [idVariable]: `${source}-none` } };
  const answer = await ask(asked, session.caller(), session.signal).catch(() => null);
  if (answer === null || session.signal.aborted || !isRefused(answer, key)) return;
  session.stream.next(answer);
  session.end(null);
}

/** What is not there, or not the caller's to see, is not told. */
async function tell(
  session: Session,
  question: ComplaintQuestion,
  { ask, id }: { readonly ask: AskLive; readonly id: string },
): Promise<void> {
  const { key, document, variables = {}, idVariable } = question;
  const { signal, stream } = session;
  const asked = { document, variables: { ...variables, [idVariable]: id } };
  const answer = await ask(asked, session.caller(), signal).catch(() => null);
  if (signal.aborted) return;
  if (answer === null) return session.end(LOST);
  const isThere = (answer.data?.[key] ?? null) !== null;
  if (!isThere && answer.errors === undefined) return;
  stream.next(answer);
  if (isRefused(answer, key)) session.end(null);
}

const tooMany = (changedSince?: string): ToldError =>
  ended(
    'TOO_MANY_CHANGES',
    'More complaints changed than can be told one by one. Subscribe again, and then read them: complaints(where: { changedSince }) from the moment given here.',
    { changedSince },
  );

const LOST: ToldError = ended(
  'SUBGRAPH_UNAVAILABLE',
  'What changes cannot be followed just now. Subscribe again, and then read what changed since the last event: complaints(where: { changedSince }).',
);
