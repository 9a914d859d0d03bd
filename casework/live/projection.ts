import type { ComplainantAccount } from '../../contracts/records/stage';
import type { CaseState } from '../../domain/procedure/case-state';
import type { CaseCaller, TimelineEntry } from '../../domain/procedure/command';
import { latestStage } from '../../domain/procedure/permitted';
import type { AccountRow, StageRow } from '../tables/case-tables';
import type { Words } from './live-stage';
import { type OwnHeld, ownOfCase, readOwnHeld, withChanged } from './own-of-case';
import { accountOf } from './parties';
import { CASEWORK, type Projected } from './stages-of-case';
import type { CasePartyRow } from './tables';
import type { CaseWork } from './write-entry';

/** A command as its stages are made of it. */
export interface Done {
  readonly complaintId: string;
  readonly related: ReadonlyMap<string, StageRow>;
  readonly after: CaseState;
  readonly caller: CaseCaller;
  readonly entry: TimelineEntry;
  readonly words: readonly Words[];
  /** Whom it brings. */
  readonly parties: readonly CasePartyRow[];
}

/** What the stages of a complaint that goes on are made of, and whose complaint it is. */
export async function projectionOf(
  work: CaseWork,
  done: Done,
): Promise<Projected & { readonly authority: string }> {
  const { stream, procedure, calendars } = work;
  const held = [...done.related.values()];
  const [own, accounts, authority] = await Promise.all([
    readOwnHeld(work, { complaintId: done.complaintId, held }),
    done.caller.role === 'officer' ? readAccountsHeld(work, done.complaintId) : [],
    authorityOf(work, done.complaintId),
  ]);
  const made = ownOfCase(stream, { ...done, own });
  const parties = withChanged(own.parties, done.parties);
  const first = held.find(({ source }) => source === CASEWORK);
  return {
    ...{ procedure, calendars, stream: stream.name, held, reference: held[0]?.reference ?? '' },
    caseKey: first?.case_key ?? done.complaintId,
    authority,
    ownOf: (stage) => made.get(stage)?.values ?? {},
    accountOf: (stage) =>
      accountNow({ stage, done, accounts, parties, isChanged: made.get(stage)?.isChanged ?? false }),
  };
}

interface AccountHeld extends AccountRow {
  readonly number: number;
}

/** Written to nobody’s reading: what is read here is written again as it was. */
const readAccountsHeld = (
  { transaction, stream: { name: schema } }: CaseWork,
  complaintId: string,
): Promise<AccountHeld[]> =>
  transaction.query<AccountHeld>(
    `select account.*, stage.number from "${schema}".stage
     join "${schema}".account on account.stage_id = stage.id where stage.complaint_id = $1`,
    [complaintId],
    { isRepeated: true },
  );

/** A stage that was asked for now is the same people’s, with what they said of it; others are written where what is beside them changed. */
function accountNow({
  stage,
  done,
  accounts,
  parties,
  isChanged,
}: {
  readonly stage: number;
  readonly done: Done;
  readonly accounts: readonly AccountHeld[];
  readonly parties: readonly CasePartyRow[];
  readonly isChanged: boolean;
}): ComplainantAccount | null {
  const held = accounts.find(({ number }) => number === stage);
  if (held !== undefined && done.entry.facts.event === 'changeParty')
    return { ...accountOf(parties, []), person: held.person, summary: held.summary };
  if (held !== undefined) return isChanged ? withoutKeys(held) : null;
  const before = accounts.find(({ number }) => number === stage - 1);
  const isAsked = done.entry.facts.event === 'escalate' && latestStage(done.after).number === stage;
  if (!isAsked || before === undefined) return null;
  return { ...withoutKeys(before), summary: done.words.find(({ part }) => part === 'REASON')?.words ?? null };
}

const withoutKeys = ({ stage_id: _, number: __, ...account }: AccountHeld): ComplainantAccount => account;

async function authorityOf({ transaction, stream }: CaseWork, complaintId: string): Promise<string> {
  const [row] = await transaction.query<{ authority: string }>(
    `select authority from "${stream.name}".complaint where id = $1`,
    [complaintId],
    { isRepeated: true },
  );
  if (row === undefined) throw new Error('A complaint that is locked is not there.');
  return row.authority;
}

export type { OwnHeld };
