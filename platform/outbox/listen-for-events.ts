import { type Listening, listenTo } from '../postgres/listen';

/**
 * Calls `onWake` whenever something is published in the database at `url`. Only a hint: where the connection
 * breaks (or a pooler swallows notifications) the poll goes on by itself, and this tries again after five seconds.
 */
export const listenForEvents = ({
  url,
  onWake,
}: {
  url: string;
  onWake: () => void;
}): Pick<Listening, 'stop'> =>
  listenTo({ url, channel: 'outbox', name: 'complaints relay', onTold: () => onWake() });
