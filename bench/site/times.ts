import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { Client } from 'pg';
import { timed } from '../figures';
import { load } from '../machine';
import type { MainPage } from './pages';
import type { Sent, SiteBench } from './product';
import { askAsPage, type SentQuestion } from './questions';

/** Milliseconds of a page over HTTP, and of the questions that it asks, alone, in the same run. */
export interface Compared {
  readonly page: number[];
  readonly questions: number[];
}

export interface PageTimes {
  readonly title: string;
  readonly asked: number;
  /** Counted anew each time, as after something new was projected. */
  readonly anew: Compared;
  /** Asked again when nothing is new: the gateway gives the answers that it kept. */
  readonly kept: Compared;
  /** How often a part of the page, or all of it, could not be had within its two seconds. */
  readonly missed: { readonly anew: number; readonly kept: number };
  readonly load: string;
}

const WARM_UP = 2;
/** The gateway lets one person ask a hundred times a second for long. */
const QUESTIONS_A_SECOND = 90;
const CHANGE = `update insight.follower_place set id = id + 1 where follower = 'facts'`;

/** As after something new was projected: no answer about figures is one that was kept. */
export const askAnew = (client: Client): Promise<unknown> => client.query(CHANGE);

interface Measuring {
  readonly site: SiteBench;
  readonly client: Client;
  readonly runs: number;
}

/** Measures a page and its questions, turn by turn, so that whatever else the machine does falls on both. */
export async function timesOf(measuring: Measuring, { title, path }: MainPage): Promise<PageTimes> {
  const { site, client, runs } = measuring;
  const questions = await questionsOf(site, path);
  const work = {
    page: () => site.get(path),
    questions: () => askAsPage({ url: site.product.url, token: site.token }, questions).then(() => null),
  };
  const pause = () => delay((questions.length * 1_000) / QUESTIONS_A_SECOND);
  const times = { anew: compared(), kept: compared() };
  const missed = { anew: 0, kept: 0 };
  for (let turn = -WARM_UP; turn < runs; turn += 1) {
    // Whoever comes second finds the database's pages in memory, so they take turns.
    const order = turn % 2 === 0 ? BOTH : [...BOTH].reverse();
    for (const [how, what] of [...order.map(ANEW), ...order.map(KEPT)]) {
      if (how === 'anew') await askAnew(client);
      const { millis, result } = await timed(work[what]);
      if (turn >= 0) times[how][what].push(millis);
      if (turn >= 0 && result !== null && !isWhole(result)) missed[how] += 1;
      await pause();
    }
  }
  return { title, asked: questions.length, ...times, missed, load: load() };
}

const BOTH = ['page', 'questions'] as const;
type Measured = (typeof BOTH)[number];
const ANEW = (what: Measured) => ['anew', what] as const;
const KEPT = (what: Measured) => ['kept', what] as const;
const compared = (): Compared => ({ page: [], questions: [] });

/** What a page asks when everything answers in time: heard twice alike, since a slow first answer changes what follows. */
async function questionsOf(site: SiteBench, path: string): Promise<readonly SentQuestion[]> {
  const heard: SentQuestion[][] = [];
  for (let turn = 0; turn < MOST_HEARD; turn += 1) {
    await site.getHeard(path);
    await delay(SETTLE_MILLIS);
    heard.push([...site.listener.heard()]);
    const [last, before] = [heard.at(-1), heard.at(-2)];
    if (last && before && bodiesOf(last) === bodiesOf(before)) return last;
  }
  // Something was too slow each time: the page that asked most is the one that had most of its answers.
  return heard.sort((one, other) => other.length - one.length)[0] ?? [];
}

const MOST_HEARD = 5;
const SETTLE_MILLIS = 300;
const bodiesOf = (questions: readonly SentQuestion[]): string =>
  questions
    .map(({ body }) => body)
    .sort()
    .join('\n');

const MISSING = 'cannot be had just now';

/** Whether a page, or a part of it, could not be had in time: then it is not what was to be measured. */
function isWhole({ status, body }: Sent): boolean {
  if (status === 303) return true;
  const html = body[0] === GZIP_FIRST ? gunzipSync(body) : body;
  return status === 200 && !html.includes(MISSING);
}

const GZIP_FIRST = 0x1f;
