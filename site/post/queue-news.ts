import type { DataSource } from '../../platform/transaction/transaction';
import { type AskingNews, askNews } from './ask-news';
import { asSite } from './post-scope';
import { queueMail } from './queue-due';
import { aboutOf } from './report-news';
import type { SubscriptionRow } from './tables';

const FOLLOWERS = `select s.* from site.subscription s join site.post_address a on a.owner = s.owner
  where s.kind = 'REPORTS' and s.state = 'ON' and a.state = 'CONFIRMED' order by s.id`;

/**
 * Queues one mail for each piece of news of reports and each who follows them, since they do. Nothing is asked where nobody does.
 * Rejects with a `GatewayRefusal` where the reports cannot be had now.
 */
export async function queueNews({
  dataSource,
  ...writing
}: AskingNews & { readonly dataSource: DataSource }): Promise<number> {
  const followers = await asSite(dataSource, ({ query }) => query<SubscriptionRow>(FOLLOWERS));
  if (followers.length === 0) return 0;
  const now = writing.clock.now();
  const news = await askNews(writing);
  const wanted = followers.flatMap((subscription) =>
    news
      .filter(({ at }) => at > subscription.since)
      .map((each) => ({ subscription, about: aboutOf(each), now })),
  );
  await asSite(dataSource, async (transaction) => {
    for (const each of wanted) await queueMail(transaction, each);
  });
  return wanted.length;
}
