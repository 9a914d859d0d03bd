import { dayWords } from '../../../../domain/figures/days';
import { streamName } from '../../../../domain/figures/names';
import { countedWords } from '../../../../domain/figures/numbers';
import type {
  CallDealtWithAs,
  CallLineFragment,
  CallOutcomeKind,
} from '../../../operations/__generated__/operations';
import { momentWords } from '../../data-quality/shown-moment';

/** What becomes of a call that is no new complaint, as whoever deals with it says it. */
export const DEALT_WITH: Readonly<Record<CallDealtWithAs, string>> = {
  SERVICE_REQUEST: 'They wanted a service, which was asked for',
  CHASED: 'They asked after a complaint that is there already',
  NO_COMPLAINT: 'Neither: it is no complaint',
};

export const OUTCOMES: Readonly<Record<CallOutcomeKind, string>> = {
  COMPLAINT: 'A complaint was recorded of it',
  ...DEALT_WITH,
};

/** What a list, and its own page, say of a call. */
export const callWords = (call: CallLineFragment) => ({
  when: call.offeredAt === null ? dayWords(call.offeredOn) : momentWords(call.offeredAt),
  group: call.group ?? 'Not recorded',
  streams: call.streams.map((stream) => streamName(stream)).join(', '),
  taken: takenWords(call),
});

/** "answered after 40 seconds", "given up after 3 minutes". */
function takenWords({ answered, waitSeconds }: CallLineFragment): string {
  if (answered === null) return 'Not recorded';
  const what = answered ? 'answered' : 'given up';
  return waitSeconds === null ? what : `${what} after ${waitWords(waitSeconds)}`;
}

const MINUTE = 60;
const waitWords = (seconds: number): string =>
  seconds < 2 * MINUTE
    ? countedWords({ count: seconds, one: 'second', many: 'seconds' })
    : countedWords({ count: Math.round(seconds / MINUTE), one: 'minute', many: 'minutes' });
