import type { HousingFinding, LgscoDecision } from '../../../domain/enquiries/decisions';
import type { EnquiryFacts } from '../../../domain/enquiries/enquiry';
import { recordAudit } from '../../../platform/audit/record';
import type { NamedCommand } from '../../../platform/server/named-command';
import type { Transaction } from '../../../platform/transaction/transaction';
import { publishCases } from '../cases/publish-cases';
import type { Context } from '../context';
import type { CaseRow } from '../tables';
import { forget } from './forget';
import { insertRows } from './insert-rows';
import { noteLiveWork } from './note-live-work';
import type { EntryRow } from './tables';
import type { Words } from './written';

/** What a command says that stands in the case itself, in the ombudsman's words. */
export interface Decided {
  readonly decision?: string;
  readonly findings?: readonly {
    readonly issue: string | null;
    readonly finding: string;
    readonly category: HousingFinding;
  }[];
  readonly remedy?: string;
}

/** A command that is decided, as it is written. */
export interface EnquiryWritten {
  readonly command: NamedCommand;
  readonly of: Pick<CaseRow, 'body' | 'partner'>;
  /** In order; a case that is taken over begins with that. */
  readonly entries: readonly EntryRow[];
  /** The entry of the command. */
  readonly last: EntryRow;
  readonly words: readonly Words[];
  readonly decided: Decided;
}

/** Writes what happened, what it changes of the case, and who did it; tells others how the case stands now. */
export async function writeCommand(context: Context, written: EnquiryWritten): Promise<void> {
  const { transaction, identity } = context;
  const { command, entries, last, words } = written;
  const { case_id: caseId, place, at } = last;
  await insertRows(transaction, 'enquiry_entry', entries);
  await insertRows(
    transaction,
    'enquiry_words',
    words.map((each) => ({ case_id: caseId, place, ...each })),
  );
  await insertRows(transaction, 'command_done', [
    { ...command, case_id: caseId, subject: identity.subject, place, done_at: at },
  ]);
  await changeCase(transaction, written);
  await noteLiveWork(transaction, at);
  await publishCases(transaction, [caseId]);
  await recordAudit(context, { schema: 'ombudsman', action: 'OMBUDSMAN_CASE_COMMAND', recordIds: [caseId] });
  forget(context, caseId);
}

/** Changes the case as what happened has it. */
async function changeCase(transaction: Transaction, written: EnquiryWritten): Promise<void> {
  const { last, decided, of } = written;
  const { facts, case_id: caseId } = last;
  if (facts.event === 'record') return;
  const set = { ...setBy(facts), ...ending(facts, { decided, of }) };
  const names = Object.keys(set);
  await transaction.query(
    `update ombudsman.ombudsman_case set ${names.map((name, at) => `${name} = $${at + 2}, `).join('')}version = version + 1
     where id = $1`,
    [caseId, ...Object.values(set)],
  );
  if (facts.event === 'decide')
    await insertRows(
      transaction,
      'finding',
      (decided.findings ?? []).map((found, place) => ({
        ...{ case_id: caseId, place, partner: of.partner },
        ...found,
      })),
    );
  await changeRemedies(transaction, written);
}

async function changeRemedies(
  transaction: Transaction,
  { last: { facts, case_id: caseId }, decided, of }: EnquiryWritten,
): Promise<void> {
  if (facts.event === 'addRemedy')
    await insertRows(transaction, 'remedy', [
      {
        ...{ case_id: caseId, place: facts.place, partner: of.partner, text: decided.remedy ?? null },
        ...{ due_on: facts.dueOn, done_on: null },
      },
    ]);
  if (facts.event === 'completeRemedy')
    await transaction.query('update ombudsman.remedy set done_on = $3 where case_id = $1 and place = $2', [
      ...[caseId, facts.place, facts.on],
    ]);
}

/** Columns of the case; the names are these and no others. */
type Columns = Partial<
  Readonly<{
    reply_sent_on: string;
    reply_due_on: string;
    decided_on: string;
    decision: string;
    upheld: boolean | null;
    lgsco_decision: LgscoDecision | null;
  }>
>;

function setBy(facts: EnquiryFacts): Columns {
  if (facts.event === 'reply') return { reply_sent_on: facts.on };
  return facts.event === 'extendReply' ? { reply_due_on: facts.to } : {};
}

/** How a case ends, in the words that the register has for it where the ombudsman's own are not given. */
function ending(
  facts: EnquiryFacts,
  { decided: { decision }, of: { body } }: Pick<EnquiryWritten, 'decided' | 'of'>,
): Columns {
  // The Housing Ombudsman upholds nothing: its findings are of another kind.
  const ended = (on: string, lgsco: LgscoDecision | null, words: string | undefined): Columns => ({
    ...{ decided_on: on, upheld: body === 'LGSCO' ? lgsco === 'UPHELD' : null },
    lgsco_decision: body === 'LGSCO' ? lgsco : null,
    ...(words === undefined ? {} : { decision: words }),
  });
  switch (facts.event) {
    case 'decide':
      return ended(facts.on, facts.decision, decision);
    case 'referBack':
      return ended(facts.on, 'REFERRED_BACK', 'Premature: referred back');
    case 'withdraw':
      return ended(facts.on, null, 'Withdrawn or discontinued');
    default:
      return {};
  }
}
