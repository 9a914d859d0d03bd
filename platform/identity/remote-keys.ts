import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import type { Clock } from '../config/clock';
import { createTokenBucket } from '../limits/token-bucket';

export interface CreateRemoteKeys {
  /** Where the sign-in service publishes its keys (RFC 7517). */
  readonly url: URL;
  readonly clock: Clock;
  /** How long the address may take to answer; five seconds by default. */
  readonly timeoutMillis?: number;
  /** Told once when the keys cannot be read any more, with what happened; not again before they could be. */
  readonly onOutage?: (error: unknown) => void;
}

const TIMEOUT_MILLIS = 5_000;
/** A key that is withdrawn is refused after this time, where the address answers. */
const FRESH_MILLIS = 10 * 60_000;
/**
 * For how long keys are believed that cannot be read anew: sign-in services publish a key days before they use it, and an
 * outage over night should lock nobody out; a key that was withdrawn must come to its end some time.
 */
const BELIEVED_MILLIS = 24 * 60 * 60_000;
/** After a failure nobody waits for the address again before this time. */
const COOL_DOWN_MILLIS = 10_000;
/** How often the address is asked for keys that it did not have: whoever makes names up decides when. */
const LOOKING_AGAIN = { burst: 3, perSecond: 1 / 10 };

/**
 * The keys of a sign-in service, as jose takes them. Once read they are used without waiting for the address: past ten
 * minutes one attempt is made in the background, however many ask, and while none succeeds the keys are believed for a
 * day. A key that is not among them is looked for at once, a few times in a row and then every ten seconds.
 */
export function createRemoteKeys(options: CreateRemoteKeys): JWTVerifyGetKey {
  const { url, clock, timeoutMillis = TIMEOUT_MILLIS } = options;
  // When to read is decided here; jose reads, checks what it read, and chooses among the keys.
  const never = { cacheMaxAge: Number.POSITIVE_INFINITY, cooldownDuration: Number.POSITIVE_INFINITY };
  const keys = createRemoteJWKSet(url, { ...never, timeoutDuration: timeoutMillis });
  const reader = createReader({ ...options, read: () => keys.reload() });
  const again = createTokenBucket(LOOKING_AGAIN, clock);

  return async (header, token) => {
    const ageMillis = reader.ageMillis();
    if (ageMillis > BELIEVED_MILLIS) await reader.read();
    else if (ageMillis > FRESH_MILLIS) reader.read().catch(() => undefined);
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      if (!reader.isReading() && again.take() > 0) throw error;
      await reader.read();
      return keys(header, token);
    }
  };
}

interface Reader {
  /** How long ago the keys were read; without end where they never were. */
  ageMillis(): number;
  isReading(): boolean;
  /** Reads them, once for all who ask meanwhile. Throws what happened, and the same without trying for a while after. */
  read(): Promise<void>;
}

function createReader({
  clock,
  onOutage = () => undefined,
  read,
}: Pick<CreateRemoteKeys, 'clock' | 'onOutage'> & { read(): Promise<void> }): Reader {
  const nowMillis = () => clock.now().getTime();
  let readAtMillis = Number.NEGATIVE_INFINITY;
  let failure: { readonly error: unknown; readonly untilMillis: number } | null = null;
  let reading: Promise<void> | null = null;

  async function attempt(): Promise<void> {
    try {
      await read();
      readAtMillis = nowMillis();
      failure = null;
    } catch (error) {
      if (failure === null) onOutage(error);
      failure = { error, untilMillis: nowMillis() + COOL_DOWN_MILLIS };
      throw error;
    } finally {
      reading = null;
    }
  }

  return {
    ageMillis: () => nowMillis() - readAtMillis,
    isReading: () => reading !== null,
    async read() {
      if (reading === null && failure !== null && nowMillis() < failure.untilMillis) throw failure.error;
      reading ??= attempt();
      return reading;
    },
  };
}
