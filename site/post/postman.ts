import type { Logger } from '../../platform/logging/logger';
import { safeDatabaseError } from '../../platform/postgres/safe-error';
import type { DataSource } from '../../platform/transaction/transaction';
import { GatewayRefusal } from '../gateway/refusal';
import { beginHanding, type ClaimedMail, claimMail, settleMail, tidyMails } from './outbox';
import { asSite } from './post-scope';
import { queueDue } from './queue-due';
import { queueNews } from './queue-news';
import type { Handed } from './transport/transport';
import { type MailWriting, type Written, writeClaimed } from './write-claimed';

const NEWS_EVERY_MILLIS = 5 * 60_000;
const PAUSE = `update site.subscription set state = 'PAUSED', paused_because = $2 where id = $1 and state = 'ON'`;

/** What mail is sent with. */
export interface Sending extends MailWriting {
  readonly dataSource: DataSource;
  readonly logger: Logger;
}

/** Sends what is due. */
export interface Postman {
  /** Queues what has come due, and sends what waits, one mail after another, until it is told to stop: the one under way is finished. */
  round(signal: AbortSignal): Promise<void>;
}

/**
 * Sends mail. Several copies of the site may: each mail is claimed by one. A mail that fails waits longer each time and holds no
 * other up; where the server itself does not answer, all wait for the next round.
 */
export function createPostman(sending: Sending): Postman {
  const { dataSource, clock } = sending;
  const newsAt = { millis: 0 };
  return {
    async round(signal) {
      await asSite(dataSource, async (transaction) => {
        await tidyMails(transaction, clock.now());
        await queueDue(transaction, clock.now());
      });
      await lookForNews(sending, newsAt);
      while (!signal.aborted) {
        const handed = await sendNext(sending);
        if (handed === null || (handed.state === 'LATER' && handed.isOfServer)) return;
      }
    },
  };
}

/** Looks for news of reports, now and then. Where nobody can say, all else goes on. */
async function lookForNews(sending: Sending, lookedAt: { millis: number }): Promise<void> {
  const now = sending.clock.now().getTime();
  if (now < lookedAt.millis + NEWS_EVERY_MILLIS) return;
  lookedAt.millis = now;
  try {
    await queueNews(sending);
  } catch (error) {
    if (!(error instanceof GatewayRefusal)) throw error;
    sending.logger.warn({ code: error.code }, 'News of reports could not be had; they are looked for again');
  }
}

/** Sends the next mail that is due; null where there is none. */
async function sendNext(sending: Sending): Promise<Handed | null> {
  const { dataSource, clock } = sending;
  const claimed = await asSite(dataSource, (transaction) => claimMail(transaction, clock.now()));
  if (claimed === null) return null;
  const written = await writtenOr(sending, claimed);
  if ('state' in written) {
    const settled = { handed: written, wasBegun: false, now: clock.now() };
    await asSite(dataSource, (transaction) => settleMail(transaction, claimed, settled));
    return written;
  }
  const mayGo = await asSite(dataSource, (transaction) => beginHanding(transaction, claimed, clock.now()));
  // It was ended while it was written, or somebody else has it.
  if (!mayGo) return { state: 'LATER', says: 'It was changed while it was written.', isOfServer: false };
  return handOver(sending, claimed, written);
}

/** The mail, or why there is none now. What was not expected is logged, without what the mail would have said. */
async function writtenOr(sending: Sending, claimed: ClaimedMail): Promise<Written | Handed> {
  try {
    return await writeClaimed(sending, claimed);
  } catch (error) {
    const says =
      error instanceof GatewayRefusal ? 'The figures could not be had.' : 'The mail could not be written.';
    const code = error instanceof GatewayRefusal ? error.code : 'UNEXPECTED';
    sending.logger.warn({ err: safeDatabaseError(error), code, mail: claimed.mail.id }, says);
    return { state: 'LATER', says, isOfServer: false };
  }
}

/**
 * Hands a mail over of which it is noted that it goes: what is killed from here on is never sent again by itself, since nobody
 * could say whether it came.
 */
async function handOver(
  { dataSource, office, clock, logger }: Sending,
  claimed: ClaimedMail,
  { mail, pausedBecause }: Written,
): Promise<Handed> {
  const handed = await office.transport.hand(mail);
  if (handed.state !== 'ACCEPTED') logger.warn({ mail: claimed.mail.id, state: handed.state }, handed.says);
  await asSite(dataSource, async (transaction) => {
    await settleMail(transaction, claimed, { handed, wasBegun: true, now: clock.now() });
    if (pausedBecause !== null && handed.state === 'ACCEPTED')
      await transaction.query(PAUSE, [claimed.mail.subscription_id, pausedBecause]);
  });
  return handed;
}
