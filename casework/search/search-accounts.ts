import { recordAudit } from '../../platform/audit/record';
import type { Identity } from '../../platform/identity/identity';
import { badUserInput, forbidden } from '../../platform/server/errors';
import { type PageOf, pageOf, readPage } from '../../platform/server/paging';
import type { StreamContext } from '../reading/loaders';
import { openAlone } from '../restrictions/open-alone';

interface SearchArguments {
  readonly words: string;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A stage whose account was found. */
export interface FoundAccount {
  readonly stage_id: string;
  readonly received_on: string;
  readonly number: number;
  readonly complaint_id: string;
}

export type FoundPage = PageOf<FoundAccount>;

const MOST_CHARACTERS = 100;
const MOST_WORDS = 10;

/**
 * Stages whose people or narratives hold all of the words, the newest first, for officers cleared for the stream; for managers
 * those of their services. Of live complaints everybody in them counts, and all that is written in their timelines. That somebody
 * searched is recorded in the operation's own transaction, and not for what: the words are mostly somebody's name, and a
 * log that nobody can change would keep it for good. Throws FORBIDDEN for everybody else, and BAD_USER_INPUT for words that
 * nothing could be found by.
 */
export async function accountSearchField(
  _parent: object,
  { words, ...paging }: SearchArguments,
  context: StreamContext,
): Promise<FoundPage> {
  const { identity, transaction } = context;
  const { name: schema } = context.stream;
  if (!mayRead(identity, schema))
    throw forbidden(
      'A search of people and narratives is open to officers cleared for the stream, and to managers of services, for those alone.',
    );
  const asked = readWords(words);
  const page = readPage(paging, { question: [`${schema}AccountSearch`, asked], key: ['', ''] });
  const [day, id] = page.after ?? [null, null];
  // Joined to the account under its own policy: what the function gives too much, that holds back.
  const rows = await transaction.query<FoundAccount>(
    `select found.stage_id, found.received_on, stage.number, stage.complaint_id
     from "${schema}".search_accounts($1, $2::date, $3, $4) as found
     join "${schema}".account on account.stage_id = found.stage_id
     join "${schema}".stage on stage.id = found.stage_id
     order by found.received_on desc, found.stage_id desc`,
    [asked, day, id, page.size + 1],
  );
  await recordAudit(context, { schema, action: 'ACCOUNT_SEARCH', recordIds: [schema] });
  return pageOf(page, openAlone(rows, await context.closed.load()), {
    keyOf: ({ received_on, stage_id }) => [received_on, stage_id],
    nodeOf: (row) => row,
  });
}

/** Of managers the database narrows what they find to their services. */
const mayRead = ({ role, streams, services }: Identity, schema: string): boolean =>
  (role === 'officer' && streams.includes(schema)) || (role === 'manager' && services.length > 0);

/** How what was found is resolved. */
export const foundAccountFields = {
  stage: ({ number }: FoundAccount) => number,
  receivedOn: ({ received_on }: FoundAccount) => received_on,
  complaint: ({ complaint_id }: FoundAccount, _: object, { complaints }: StreamContext) =>
    complaints.load(complaint_id),
};

function readWords(given: string): string {
  const words = given.trim().split(/\s+/);
  const asked = words.join(' ');
  if (asked.length > MOST_CHARACTERS || words.length > MOST_WORDS)
    throw badUserInput(
      `\`words\` is too long: write ${MOST_WORDS} words and ${MOST_CHARACTERS} characters at most.`,
    );
  if (!/[\p{L}\p{N}]{2}/u.test(asked))
    throw badUserInput('`words` holds no word that could be found: write one of two letters or more.');
  return asked;
}
