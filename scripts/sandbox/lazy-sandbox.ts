import { Refusal } from '../../gateway/entrance/refusal';
import type { Sandbox, SandboxGuest } from '../../gateway/sandbox/sandbox';
import type { Clock } from '../../platform/config/clock';
import type { Logger } from '../../platform/logging/logger';
import type { SandboxProcess } from './sandbox-process';

/** What a sandbox is made of. */
export interface LazySandbox {
  start(): Promise<SandboxProcess>;
  /** What a guest is known by there. */
  tokenFor(guest: SandboxGuest): Promise<string>;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
}

/** How long it stays when nobody asks. */
const IDLE_MILLIS = 15 * 60_000;
const LOOK_EVERY_MILLIS = 30_000;
/** After a start that failed nobody starts it for so long. */
const REST_MILLIS = 30_000;
const AGAIN_SECONDS = 10;

/** Who is expected, by what is opened to them. */
type Prepared = Map<string, { readonly terms: string; readonly isReady: Promise<void> }>;

/**
 * A sandbox that is started when the first guest comes, who is told when to come again, and ended when none has come for a quarter of
 * an hour: it costs a product nothing that no partner tries.
 */
export function lazySandbox({
  start,
  tokenFor,
  clock,
  logger,
}: LazySandbox): Sandbox & { stop(): Promise<void> } {
  let running: SandboxProcess | null = null;
  let starting: Promise<void> | null = null;
  let [usedAt, restsUntil] = [0, 0];
  let isStopped = false;
  const prepared: Prepared = new Map();
  const now = () => clock.now().getTime();

  async function begin(): Promise<void> {
    try {
      const started = await start();
      prepared.clear();
      running = started;
      void started.ended.then(() => {
        if (running === started) running = null;
      });
    } catch (error) {
      restsUntil = now() + REST_MILLIS;
      logger.error({ err: error }, 'The sandbox could not be started');
    }
    starting = null;
  }

  function ready(process: SandboxProcess, { partner, terms }: SandboxGuest): Promise<void> {
    const asked = JSON.stringify(terms);
    const known = prepared.get(partner);
    if (known?.terms === asked) return known.isReady;
    const isReady = process.prepare({ partner, terms });
    prepared.set(partner, { terms: asked, isReady });
    isReady.catch(() => prepared.delete(partner));
    return isReady;
  }

  const look = setInterval(() => {
    if (running !== null && now() - usedAt > IDLE_MILLIS) void running.stop();
  }, LOOK_EVERY_MILLIS);
  look.unref();

  return {
    async reach(guest) {
      usedAt = now();
      if (running === null) {
        if (!isStopped && now() >= restsUntil) starting ??= begin();
        throw notYet();
      }
      const { url } = running;
      await ready(running, guest).catch(() => {
        throw notYet();
      });
      return { url, token: await tokenFor(guest) };
    },
    async stop() {
      isStopped = true;
      clearInterval(look);
      await starting;
      await running?.stop();
    },
  };
}

const notYet = (): Refusal =>
  new Refusal(
    503,
    'SANDBOX_STARTING',
    `The sandbox is starting. Ask again in ${AGAIN_SECONDS} seconds.`,
    AGAIN_SECONDS,
  );
