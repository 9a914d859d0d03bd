import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { type Random, randomOf } from '../../../demo/random';
import { wantedOf } from './commands';
import type { Answered, Ledger, Sent } from './ledger';
import type { Running } from './running';

/** Fifty who ask oftener would take the time in which the product starts. */
const PAUSE_MILLIS = 500;

const said = z.object({
  done: z.object({
    __typename: z.string(),
    version: z.number().optional(),
    code: z.string().optional(),
    entry: z.object({ id: z.string(), place: z.number(), event: z.string(), by: z.string() }).optional(),
  }),
});

/** An officer at work on some complaints, of each of which they know the version that they saw last. */
export interface Officer {
  readonly subject: string;
  readonly token: string;
  readonly number: number;
}

/** What officers share: where they ask, what they work on, and where each command is noted. */
export interface Storm {
  readonly running: Running;
  readonly ledger: Ledger;
  readonly complaintIds: readonly string[];
  readonly today: string;
  readonly seed: number;
  isOver(): boolean;
}

/** Sends what was noted, and notes what was answered. Null where no whole answer came. */
export async function send({ running }: Pick<Storm, 'running'>, sent: Sent, token: string) {
  sent.times += 1;
  const answer = said.safeParse(await running.ask(token, sent.mutation, sent.variables));
  if (!answer.success) return null;
  const { __typename, entry, version = null, code = __typename } = answer.data.done;
  const told: Answered = {
    place: entry?.place ?? null,
    code: entry === undefined ? code : null,
    event: entry?.event ?? null,
    by: entry?.by ?? null,
  };
  sent.answers.push(told);
  return { ...told, version, complaintId: entry?.id.replace(/\/\d+$/, '') ?? null };
}

/**
 * Sends one command after the other until the storm is over. One that nobody answered is asked again by the same key in half of the
 * cases; in the others the officer looks away, and goes on with another.
 */
export async function work(storm: Storm, officer: Officer): Promise<void> {
  const random = randomOf(storm.seed, officer.number);
  const seen = new Map(storm.complaintIds.map((id) => [id, 1]));
  while (!storm.isOver()) {
    if (!storm.running.isUp()) {
      await delay(PAUSE_MILLIS);
      continue;
    }
    const id = storm.complaintIds[random.between(0, storm.complaintIds.length - 1)] ?? '';
    const sent = noted(storm, officer, { id, version: seen.get(id) ?? 1, random });
    let answer = await send(storm, sent, officer.token);
    while (answer === null && !storm.isOver()) {
      await delay(PAUSE_MILLIS);
      if (random.chance(0.5)) break;
      answer = await send(storm, sent, officer.token);
    }
    if (answer?.version) seen.set(id, answer.version);
  }
}

function noted(
  { ledger, today }: Storm,
  { subject }: Officer,
  { id, version, random }: { readonly id: string; readonly version: number; readonly random: Random },
): Sent {
  const { event, mutation, words, variables } = wantedOf(random, { officer: subject, today });
  const key = randomUUID();
  const sent: Sent = {
    ...{ key, officer: subject, complaintId: id, version, event, words, mutation },
    ...{ variables: { ...variables, key, id, version }, answers: [], times: 0 },
  };
  ledger.sent.push(sent);
  return sent;
}
