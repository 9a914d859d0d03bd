import type { Clock } from '../../../platform/config/clock';
import { IMPORT_SCOPE } from '../../../platform/transaction/scope';
import { type DataSource, inTransaction } from '../../../platform/transaction/transaction';
import { PRODUCT } from './askers';

const BROKE_OFF = 'It broke off, and is done again by itself or by the same command.';

/** Notes with the jobs what the product, or a command, does by itself: a search, or rebuilding. Throws what the work throws. */
export async function noteWork<Result>(
  {
    intake,
    clock,
    kind,
  }: { readonly intake: DataSource; readonly clock: Clock; readonly kind: 'search' | 'rebuild' },
  work: () => Promise<Result>,
): Promise<Result> {
  const id = await inTransaction(intake, IMPORT_SCOPE, async (transaction) => {
    const at = clock.now();
    // One of a kind is done at a time: what still seems to be has lost its process.
    await transaction.query(
      `update intake.job set state = 'failed', ended_at = $2, refusal = 'INTERRUPTED', message = $3
       where kind = $1 and state = 'working'`,
      [kind, at, BROKE_OFF],
    );
    const [job] = await transaction.query<{ id: number }>(
      `insert into intake.job (id, kind, state, asked_by, asked_at, started_at)
       values (nextval('intake.job_number'), $1, 'working', $2, $3, $3) returning id`,
      [kind, PRODUCT, at],
    );
    return job?.id;
  });
  const end = (state: 'done' | 'failed') =>
    inTransaction(intake, IMPORT_SCOPE, (transaction) =>
      transaction.query(
        `update intake.job set state = $2, ended_at = $3, refusal = $4, message = $5 where id = $1 and state = 'working'`,
        [...[id, state, clock.now()], ...(state === 'failed' ? ['FAILED', BROKE_OFF] : [null, null])],
      ),
    );
  try {
    const result = await work();
    await end('done');
    return result;
  } catch (error) {
    await end('failed').catch(() => undefined);
    throw error;
  }
}
