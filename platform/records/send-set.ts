import type { Transaction } from '../transaction/transaction';
import type { RecordPage } from './condition';
import { type Sending, sendPage, sendRecords } from './send-records';

/** How records of a set are asked for where nothing but a page narrows them. */
export interface SetAsked extends Pick<Sending, 'writing'> {
  /** Left out, all of them. */
  readonly page?: RecordPage | null | undefined;
  /** The moment since which something of them has to have changed, as somebody wrote it; left out, all. */
  readonly changedSince?: unknown;
}

/** What is said of the records that follow. */
export interface RecordsTold<Day extends string = string> {
  /** How many: of a page, how many its list has on all pages, or null where that was not asked. */
  readonly count: number | null;
  /** The newest day that the sources reach. */
  readonly asAt: Day;
}

/** Has a page of a set sent, or all of it, and gives its `count`. Throws BAD_USER_INPUT for a page that there is not. */
export const sendSet = (
  transaction: Transaction,
  { page, ...sending }: SetAsked & Omit<Sending, 'writing'>,
): Promise<number | null> =>
  page
    ? sendPage(transaction, { ...sending, page })
    : sendRecords(transaction, { ...sending, conditions: [], values: [] });
