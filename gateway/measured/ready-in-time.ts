import { setTimeout as delay } from 'node:timers/promises';

const MILLIS = 2_000;

/** What is asked, or `otherwise` where it takes longer than two seconds: a part that hangs is as good as none. */
export async function done<Answer>(asked: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  const over = new AbortController();
  const late = delay(MILLIS, otherwise, { signal: over.signal, ref: false }).catch(() => otherwise);
  try {
    return await Promise.race([asked, late]);
  } finally {
    over.abort();
  }
}
