import { randomUUID } from 'node:crypto';
import type { Clock } from '../../platform/config/clock';
import type { Gateway } from '../gateway/gateway';
import { ReportNewsDocument } from '../operations/__generated__/operations';
import { THE_COUNCIL } from '../pages/page-makers';
import type { PostOffice } from './post-office';
import { type ReportNews, reportNews } from './report-news';

/** What news are asked for with. */
export interface AskingNews {
  readonly gateway: Gateway;
  readonly office: PostOffice;
  readonly clock: Clock;
}

/** What has happened to reports, as the program of mail is told it. Rejects with a `GatewayRefusal` where nobody can say now. */
export async function askNews({ gateway, office, clock }: AskingNews): Promise<ReportNews[]> {
  const asking = {
    ...{ accessToken: await office.accessToken(), audience: THE_COUNCIL },
    requestId: `post-${randomUUID()}`,
  };
  return reportNews(await gateway.ask(ReportNewsDocument, { where: null }, asking), clock.now());
}
