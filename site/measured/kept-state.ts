import { defineGauge } from '../../platform/metrics/gauge';
import type { Family } from '../../platform/metrics/metric';
import type { DataSource } from '../../platform/transaction/transaction';
import { asSite } from '../post/post-scope';
import type { MailState } from '../post/tables';

const MAIL_STATES: readonly MailState[] = ['WAITING', 'HANDING', 'FAILED', 'UNSURE'];

const sessions = defineGauge({
  name: 'complaints_site_sessions',
  help: 'People who are signed in to the site: sessions that were used within two hours.',
  labels: {},
});
const mails = defineGauge({
  name: 'complaints_site_mails',
  help: 'Mails that are due and wait or are on their way, and those that failed within a day.',
  labels: { state: MAIL_STATES },
});
const oldest = defineGauge({
  name: 'complaints_site_mail_waiting_seconds',
  help: 'How long the mail has been due that has waited longest; 0 where none waits.',
  labels: {},
});

interface Counted {
  readonly state: MailState;
  readonly count: string;
  readonly seconds: string | null;
}

/** What the site keeps of people who are signed in and of mail, counted. */
export const readKeptState = (dataSource: DataSource): Promise<readonly Family[]> =>
  asSite(dataSource, async (transaction) => {
    const [open] = await transaction.query<{ count: string }>(
      `select count(*)::text as count from site.session
       where ends_at > clock_timestamp() and used_at > clock_timestamp() - interval '2 hours'`,
    );
    const rows = await transaction.query<Counted>(
      `select state, count(*)::text as count, extract(epoch from clock_timestamp() - min(due_at))::text as seconds
       from site.outgoing_mail
       where (state in ('WAITING', 'HANDING') and due_at <= clock_timestamp())
         or (state in ('FAILED', 'UNSURE') and ended_at > clock_timestamp() - interval '1 day')
       group by state`,
    );
    const of = (state: MailState) => rows.find((row) => row.state === state);
    return [
      sessions([[{}, Number(open?.count ?? 0)]]),
      mails(MAIL_STATES.map((state) => [{ state }, Number(of(state)?.count ?? 0)] as const)),
      oldest([[{}, Math.max(0, Number(of('WAITING')?.seconds ?? 0))]]),
    ];
  });
