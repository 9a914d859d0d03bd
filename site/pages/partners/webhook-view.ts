import { londonMomentOf } from '../../../domain/calendar/day';
import { shortDayWords } from '../../../domain/figures/days';
import type { WebhookLineFragment } from '../../operations/__generated__/operations';

const STATES = {
  LIVE: { text: 'Sending', colour: 'green' },
  STOPPED: { text: 'Stopped', colour: 'red' },
  ENDED: { text: 'Ended', colour: 'grey' },
} as const;
const MOST_SHOWN = 10;

/** A moment in London: "29 Nov 2026, 09:30:00". */
export function momentWords(at: string): string {
  const moment = londonMomentOf(new Date(at));
  return moment === null ? at : `${shortDayWords(moment.day)}, ${moment.time}`;
}

/** A webhook as pages show it, with its newest sendings. */
export const webhookView = ({ id, url, state, failures, deliveries, ...webhook }: WebhookLineFragment) => ({
  ...{ id, url, state: STATES[state], isEnded: state === 'ENDED', testEvent: webhook.testEvent },
  trouble:
    webhook.stoppedBecause ??
    (failures === 0 || state !== 'LIVE'
      ? null
      : `Not taken ${failures} times; sent again from ${momentWords(webhook.dueAt)}`),
  deliveries: (deliveries ?? []).slice(0, MOST_SHOWN).map(({ event, at, status, failure }) => ({
    ...{ event, at: momentWords(at) },
    became: failure === null ? `Taken (${status})` : `${failure}${status === null ? '' : ` (${status})`}`,
  })),
});
