import { randomUUID } from 'node:crypto';
import type { Gateway } from '../gateway/gateway';
import { GatewayRefusal } from '../gateway/refusal';
import { THE_COUNCIL } from '../pages/page-makers';
import type { ReachMakers } from '../pages/reach';
import type { Render } from '../server/render';
import { askNews } from './ask-news';
import { confirmLetter } from './letters/confirm-letter';
import type { Letter, LetterFoot } from './letters/letter';
import { letterText } from './letters/letter-text';
import { pausedLetter } from './letters/paused-letter';
import { reportLetter } from './letters/report-letter';
import { Unreadable } from './letters/unreadable';
import { askViewLetter } from './letters/view-letter';
import type { PostLinks } from './links';
import { writeMail } from './message';
import { type ClaimedMail, UNSEEN_DAYS } from './outbox';
import type { PostOffice } from './post-office';
import { aboutOf } from './report-news';
import { subscribedPage } from './subscribed-page';
import type { SubscriptionRow } from './tables';
import type { WrittenMail } from './transport/transport';

/** What mails are written with. */
export interface MailWriting extends ReachMakers {
  readonly gateway: Gateway;
  readonly office: PostOffice;
  readonly links: PostLinks;
  readonly render: Render;
  /** Where people reach the site. */
  readonly siteUrl: string;
  readonly council: string;
}

/** A mail that is ready, and why its subscription is to rest from now on; null where it is not. */
export interface Written {
  readonly mail: WrittenMail;
  readonly pausedBecause: string | null;
}

/** Writes a mail as its figures stand now. Throws `GatewayRefusal` where they cannot be had now. */
export async function writeClaimed(writing: MailWriting, claimed: ClaimedMail): Promise<Written> {
  const { letter, pausedBecause } = await letterOf(writing, claimed);
  const { office, council, siteUrl } = writing;
  const { mail, to, subscription } = claimed;
  const unsubscribeUrl = subscription && endingUrl(writing, subscription);
  const foot = footOf({ council, siteUrl, unsubscribeUrl });
  const written = await writeMail({
    ...{ id: mail.id, queuedAt: mail.queued_at, to, subject: letter.subject, unsubscribeUrl },
    from: { name: `${council} complaints`, address: office.from },
    text: letterText(letter, foot),
    html: writing.render('post/letter.njk', { letter, foot }),
  });
  return { mail: written, pausedBecause };
}

interface Said {
  readonly letter: Letter;
  readonly pausedBecause: string | null;
}

async function letterOf(writing: MailWriting, { mail, to, subscription }: ClaimedMail): Promise<Said> {
  const { links, siteUrl } = writing;
  if (subscription === null) {
    const token = links.confirmation({ owner: mail.owner, address: to });
    return { letter: confirmLetter(`${siteUrl}/post/confirm?link=${token}`), pausedBecause: null };
  }
  try {
    const letter =
      subscription.kind === 'REPORTS'
        ? await askReportLetter(writing, mail.about)
        : await askLetter(writing, subscription);
    return { letter, pausedBecause: null };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { letter: pausedLetter(error.says, `${siteUrl}/post`), pausedBecause: error.says };
  }
}

async function askLetter(writing: MailWriting, { view_id, page }: SubscriptionRow): Promise<Letter> {
  const asked = page === null ? null : subscribedPage(page);
  if (asked === null || view_id === null)
    throw new Unreadable('The page of the view tells no figures any more.');
  const asking = {
    ...{ accessToken: await writing.office.accessToken(), audience: THE_COUNCIL },
    requestId: `post-${randomUUID()}`,
  };
  const href = `${writing.siteUrl}/views/${encodeURIComponent(view_id)}`;
  return askViewLetter(writing, { page: asked, href }, asking);
}

/** The news as it stands now: what was frozen stays so, and what waited may not any more. */
async function askReportLetter(writing: MailWriting, about: string): Promise<Letter> {
  const news = (await askNews(writing)).find((each) => aboutOf(each) === about);
  if (news === undefined) throw new GatewayRefusal('GONE', 'The news is none any more');
  return reportLetter(news, `${writing.siteUrl}/reports/${encodeURIComponent(news.reportId)}`);
}

const endingUrl = ({ links, siteUrl }: MailWriting, { id }: SubscriptionRow): string =>
  `${siteUrl}/post/unsubscribe?link=${links.unsubscribing(id)}`;

function footOf({
  council,
  siteUrl,
  unsubscribeUrl,
}: {
  readonly council: string;
  readonly siteUrl: string;
  readonly unsubscribeUrl: string | null;
}): LetterFoot {
  if (unsubscribeUrl === null) return { why: `From the complaints site of ${council}.`, links: [] };
  return {
    why: `You get this because you asked the complaints site of ${council} for it. It rests by itself where you have not signed in for ${UNSEEN_DAYS} days. Nobody reads answers to this address.`,
    links: [
      { text: 'End this mail', href: unsubscribeUrl },
      { text: 'Change what you get', href: `${siteUrl}/post` },
    ],
  };
}
