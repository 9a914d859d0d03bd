import type { Transaction } from '../../platform/transaction/transaction';
import type { LiveClockRow } from '../live/tables';

/** The clocks of those complaints that are worked on here. */
export const readClocks = (
  transaction: Transaction,
  { schema, complaintIds }: { schema: string; complaintIds: readonly string[] },
): Promise<LiveClockRow[]> =>
  transaction.query<LiveClockRow>(
    `select complaint_id, stages from "${schema}".live_clock where complaint_id = any ($1)`,
    [complaintIds],
    { isRepeated: true },
  );
