import { recordAudit } from '../../../platform/audit/record';
import { badUserInput } from '../../../platform/server/errors';
import type { OperationContext } from '../../../platform/server/subgraph';

/** What is taken away, how it was narrowed, and how many rows it has where that is known. */
export interface TakenFile {
  readonly name: string;
  readonly filter: string;
  readonly rows?: number | null | undefined;
}

const NAME = /^[a-z0-9][a-z0-9.-]{0,99}$/;
/** As the parameters of an address are written. */
const FILTER = /^[A-Za-z0-9%.,_+~:*=&-]*$/;
const MOST_FILTER = 500;

/** Notes that the caller takes a file away. Whoever gives it notes first, and gives nothing that was not noted. Throws BAD_USER_INPUT. */
export async function noteFile(
  context: OperationContext,
  { name, filter, rows }: TakenFile,
): Promise<boolean> {
  if (!NAME.test(name))
    throw badUserInput('`name` is the name of a file: small letters, digits, dots and dashes.');
  if (!FILTER.test(filter)) throw badUserInput('`filter` is written as the parameters of an address are.');
  if (typeof rows === 'number' && rows < 0) throw badUserInput('`rows` is a number of rows.');
  if (filter.length > MOST_FILTER) throw badUserInput(`\`filter\` has more than ${MOST_FILTER} characters.`);
  const counted = rows === null || rows === undefined ? [] : [`${rows} ${rows === 1 ? 'row' : 'rows'}`];
  const recordId = [name, ...(filter === '' ? [] : [filter]), ...counted].join('/');
  await recordAudit(context, { schema: 'access', action: 'FILE_TAKE', recordIds: [recordId] });
  return true;
}
