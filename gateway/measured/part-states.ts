import type { Clock } from '../../platform/config/clock';
import type { SubgraphExecutor } from '../../platform/server/executor';
import { done } from './ready-in-time';

/** How a part stands: it answers; answers, but people notice how long it takes; or does not answer, or not completely yet. */
export interface PartState {
  readonly name: string;
  readonly state: 'ANSWERS' | 'SLOW' | 'SILENT';
  /** Since when it does not answer, as it was first noticed (ISO); null where it does. */
  readonly since: string | null;
  /** How long its latest answers took, in seconds on average; null where nobody has asked it for a while. */
  readonly seconds: number | null;
  /** What it has found to be wrong with itself, as sentences. */
  readonly findings: readonly string[];
}

interface Heard {
  answers: readonly { readonly at: number; readonly seconds: number }[];
  silentSince: Date | null;
}

const MOST_ANSWERS = 20;
const RECENT_MILLIS = 5 * 60_000;
/** What people call slow. */
const SLOW_SECONDS = 1;

const heard = new WeakMap<SubgraphExecutor, Heard>();

function heardOf(part: SubgraphExecutor): Heard {
  const kept = heard.get(part) ?? { answers: [], silentSince: null };
  heard.set(part, kept);
  return kept;
}

/** Notes how long a part took to answer; null where it did not. */
export function noteAnswer(part: SubgraphExecutor, seconds: number | null, now: Date): void {
  const kept = heardOf(part);
  if (seconds === null) {
    kept.silentSince ??= now;
    return;
  }
  kept.silentSince = null;
  kept.answers = [...kept.answers, { at: now.getTime(), seconds }].slice(-MOST_ANSWERS);
}

/** Asks each part whether it could answer now, and tells that with what was noticed of it. */
export function readPartStates(
  parts: ReadonlyMap<string, SubgraphExecutor>,
  clock: Clock,
): Promise<readonly PartState[]> {
  return Promise.all([...parts].map(([name, part]) => stateOf(name, part, clock)));
}

async function stateOf(name: string, part: SubgraphExecutor, clock: Clock): Promise<PartState> {
  const [isReady, findings] = await Promise.all([
    done(part.ready(), false),
    done(part.findings?.() ?? Promise.resolve([]), []),
  ]);
  const now = clock.now();
  const kept = heardOf(part);
  kept.silentSince = isReady ? null : (kept.silentSince ?? now);
  const seconds = meanOf(kept.answers.filter(({ at }) => at > now.getTime() - RECENT_MILLIS));
  const answering = seconds !== null && seconds > SLOW_SECONDS ? 'SLOW' : 'ANSWERS';
  return {
    ...{ name, seconds, findings },
    state: isReady ? answering : 'SILENT',
    since: kept.silentSince?.toISOString() ?? null,
  };
}

function meanOf(answers: readonly { readonly seconds: number }[]): number | null {
  if (answers.length === 0) return null;
  return answers.reduce((sum, { seconds }) => sum + seconds, 0) / answers.length;
}
