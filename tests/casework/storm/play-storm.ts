import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { toDay } from '../../../domain/calendar/day';
import { demonstrationKeys } from '../../../platform/identity/demonstration-keys';
import { demonstrationToken } from '../../../platform/identity/demonstration-token';
import { runProduct } from '../../../scripts/testing/running-product';
import { subgraph as corporate } from '../../../subgraphs/corporate/subgraph';
import { makeRoot, prepareDirectory, settingsOf, TODAY } from '../../crash/place';
import { asSuperuser } from '../../crash/stored-state';
import { recountHappened } from '../recount-timelines';
import { storedCase } from '../stored-case';
import { RECORD } from './commands';
import { misdone, readCommands } from './judge';
import { Ledger, type Sent } from './ledger';
import { type Officer, type Storm, send, work } from './officer';
import { type Kill, Running } from './running';

/** How much is asked at once, for how long, and what is killed meanwhile, one after the other at even times. */
export interface StormAsked {
  readonly officers: number;
  readonly complaints: number;
  /** While the product runs; the time in which it comes up again is not counted. */
  readonly seconds: number;
  readonly kills: readonly Kill[];
  readonly seed: number;
}

/** What a storm came to. */
export interface StormEnd {
  readonly sent: number;
  readonly acknowledged: number;
  /** Refused, or overtaken by somebody else. */
  readonly refused: number;
  /** Of which nobody knew at the end of the storm, and how many of those turned out to be done. */
  readonly unanswered: number;
  readonly doneUnknown: number;
  /** Asked again in the end by the same key, and answered as before. */
  readonly askedAgain: number;
  readonly processesKilled: number;
  readonly entries: number;
  readonly problems: readonly string[];
}

/** Tells how it goes. */
type Say = (line: string) => void;

/** Plays a storm on a product of its own, and holds all that it keeps in the end against what its officers were told. */
export async function playStorm(asked: StormAsked, say: Say = () => undefined): Promise<StormEnd> {
  const root = makeRoot(os.tmpdir());
  const directory = path.join(root, 'data');
  try {
    await prepareDirectory(directory);
    const running = await Running.start(directory);
    const officers = await officersOf(directory, asked.officers);
    const ledger = new Ledger();
    const complaintIds = await recorded({ running, ledger, officers, complaints: asked.complaints });
    say(`${complaintIds.length} complaints are recorded.`);
    const raged = await rage(asked, { running, ledger, officers, complaintIds, say });
    const unknown = ledger.unanswered();
    const before = [unknown.length, ledger.sent.length] as const;
    say(`${ledger.sent.length} commands were sent, ${unknown.length} of them without an answer.`);
    const again = await askAgain({ running, ledger, officers });
    await running.stop();
    const judged = await judge(directory, ledger, complaintIds);
    return {
      ...{ sent: before[1], unanswered: before[0], processesKilled: raged, askedAgain: again.times },
      ...{ acknowledged: ledger.done().length, refused: ledger.refused().length, entries: judged.entries },
      doneUnknown: unknown.filter(({ key }) => judged.keys.has(key)).length,
      problems: [...again.problems, ...judged.problems],
    };
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}

async function officersOf(directory: string, count: number): Promise<Officer[]> {
  const { dataDirectory, token } = settingsOf(directory);
  const { privateKey } = (await demonstrationKeys({ dataDirectory })).token;
  return Promise.all(
    Array.from({ length: count }, async (_, number) => {
      const subject = `officer-${number}`;
      const person = { subject, role: 'officer', streams: ['corporate'], services: [], partner: null };
      return { subject, number, token: await demonstrationToken({ person, privateKey, ...token }) };
    }),
  );
}

interface On {
  readonly running: Running;
  readonly ledger: Ledger;
  readonly officers: readonly Officer[];
}

/** The complaints on which all will work. Throws where one is not recorded. */
async function recorded({
  running,
  ledger,
  officers,
  complaints,
}: On & { complaints: number }): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 0; number < complaints; number += 1) {
    const officer = officers[number % officers.length];
    if (officer === undefined) throw new Error('There are no officers.');
    const [key, words] = [randomUUID(), `Made up: ${randomUUID()}`];
    const sent: Sent = {
      ...{ key, officer: officer.subject, complaintId: '', version: 0, event: 'RECORD', words },
      variables: { key, input: { receivedOn: TODAY, summary: words, parties: [] } },
      ...{ mutation: RECORD, answers: [], times: 0 },
    };
    ledger.sent.push(sent);
    const answer = await send({ running }, sent, officer.token);
    if (answer?.complaintId == null) throw new Error(`Not recorded: ${answer?.code}`);
    ids.push(answer.complaintId);
  }
  return ids;
}

/** Everybody works, while one thing after the other is killed. Gives how many processes were. */
async function rage(
  { seconds, kills, seed }: StormAsked,
  { running, ledger, officers, complaintIds, say }: On & Pick<Storm, 'complaintIds'> & { readonly say: Say },
): Promise<number> {
  let isOver = false;
  let killed = 0;
  const storm: Storm = { running, ledger, complaintIds, seed, today: TODAY, isOver: () => isOver };
  const working = officers.map((officer) => work(storm, officer));
  const spellMillis = (seconds * 1_000) / (kills.length + 1);
  try {
    for (const what of kills) {
      await delay(spellMillis);
      const begun = Date.now();
      const processes = await running.kill(what);
      killed += processes;
      say(`${what} killed (${processes} processes), and started after ${Date.now() - begun} ms.`);
    }
    await delay(spellMillis);
  } finally {
    isOver = true;
    await Promise.all(working);
  }
  return killed;
}

const MOST_AGAIN = 300;
const AT_ONCE = 10;

/** As many as can be asked again in good time, from all of the storm. */
const someOf = (all: readonly Sent[]): readonly Sent[] => {
  const everyHow = Math.max(1, Math.ceil(all.length / MOST_AGAIN));
  return all.filter((_, index) => index % everyHow === 0);
};

/** Asks again what was done, and that of which nobody knows. */
async function askAgain({
  running,
  ledger,
  officers,
}: On): Promise<{ times: number; problems: readonly string[] }> {
  const done = ledger.done();
  const chosen = [done, ledger.unanswered()].flatMap(someOf);
  const tokens = new Map(officers.map(({ subject, token }) => [subject, token]));
  const problems: string[] = [];
  const ask = async (sent: Sent): Promise<void> => {
    const first = sent.answers.find(({ place }) => place !== null);
    const answer = await send({ running }, sent, tokens.get(sent.officer) ?? '');
    if (answer === null) problems.push(`${sent.event} ${sent.key} was not answered at the end`);
    else if (first && (answer.place !== first.place || answer.event !== first.event))
      problems.push(`${sent.event} ${sent.key} was at ${first.place}, and asked again at ${answer.place}`);
  };
  for (let next = 0; next < chosen.length; next += AT_ONCE)
    await Promise.all(chosen.slice(next, next + AT_ONCE).map(ask));
  return { times: chosen.length, problems };
}

/** Looks at all that is kept, with the product that answers for it. */
async function judge(directory: string, ledger: Ledger, complaintIds: readonly string[]) {
  const product = await runProduct(settingsOf(directory));
  try {
    const kept = await asSuperuser(directory, readCommands);
    const place = { stream: corporate, dataSource: product.schemas.of('corporate') };
    const told = [];
    for (const complaintId of complaintIds)
      told.push({
        ...(await storedCase(place, { complaintId, today: toDay(TODAY), surname: null })),
        stream: 'CORPORATE',
      });
    const { data } = await product.ask<{ measures: { rows: readonly Record<string, number>[] } }>(
      'analyst',
      '{ measures(by: [STAGE], where: { streams: [CORPORATE] }) { rows { received acknowledged answered closed } } }',
    );
    const [figures] = data.measures.rows;
    const [counted = {}] = recountHappened(told).values();
    const wrong = ['received', 'acknowledged', 'answered', 'closed'].filter(
      (name) => (figures?.[name] ?? 0) !== (counted[name] ?? 0),
    );
    return {
      entries: kept.entries.length,
      keys: new Set(kept.done.map(({ key }) => key)),
      problems: [
        ...misdone(ledger, kept),
        ...told.flatMap(({ problems }) => problems),
        ...wrong.map((name) => `${name} is ${figures?.[name]}, and ${counted[name]} by the timelines`),
      ],
    };
  } finally {
    await product.stop();
    await product.database.stop();
  }
}
