import type { DataSource } from 'typeorm';
import { toDay } from '../../domain/calendar/day';
import type { FactsOf } from '../../domain/procedure/command';
import type { Identity } from '../../platform/identity/identity';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { type ServedPart, servePart } from '../../platform/testing/serve-part';
import { bulkUpsert } from '../../platform/transaction/bulk';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { recordCase } from '../live/record-case';
import { type LiveCaseRow, liveTables } from '../live/tables';
import { asPerson, recorded } from '../live/testing';
import type { StreamSubgraph } from '../stream/create-stream';

/** A corporate complaint that nobody has, due on no day, but for what is given. */
export const aCase = (id: string, given: Partial<LiveCaseRow> = {}): LiveCaseRow => ({
  complaint_id: `corporate-${id}`,
  version: 1,
  stage: 1,
  state: 'RECEIVED',
  waits_for: 'TEAM',
  is_ended: false,
  assigned_to: null,
  assigned_group: null,
  is_accepted: false,
  service_id: 'highways',
  received_on: '2026-05-01',
  next_limit: null,
  next_due_on: null,
  answer_due_on: null,
  handled_earlier_by: [],
  began_at: new Date('2026-05-01T09:00:00Z'),
  changed_at: new Date('2026-05-01T09:00:00Z'),
  ...given,
});

/** Plants complaints as they stand, without the timelines that would lead there. */
export const plantCases = (corporate: DataSource, rows: readonly LiveCaseRow[]) =>
  inTransaction(corporate, IMPORT_SCOPE, async (transaction) => {
    await transaction.query(
      `insert into corporate.complaint (id, authority, version) select id, 'stockport', 1 from unnest($1::text[]) as id
       on conflict do nothing`,
      [rows.map(({ complaint_id }) => complaint_id)],
    );
    await bulkUpsert(transaction, liveTables('corporate').liveCase, rows);
  });

export const officer = (subject: string, streams: readonly string[] = ['corporate']): Partial<Identity> => ({
  ...{ subject, role: 'officer', streams },
});
export const manager = (subject: string, services: readonly string[] = ['highways']): Partial<Identity> => ({
  ...{ subject, role: 'manager', services },
});
/** The name of a command. */
export const key = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** The day on which every test asks: a Wednesday. */
export const TODAY = '2026-05-06';

/** A stream before each test of a file, asked without a gateway. */
export function useWorklists(corporate: StreamSubgraph) {
  let database: TestDatabase;
  let part: ServedPart;
  beforeEach(async () => {
    database = await testDatabase([corporate]);
    part = await servePart({
      ...{ subgraph: corporate, dataSource: database.of('corporate'), today: TODAY },
      person: { subject: 'olu', role: 'officer' },
    });
  });
  afterEach(async () => {
    await part.stop();
    await database.stop();
  });
  return {
    /** The stream's own login. */
    login: () => database.of('corporate'),
    /** What the audit log has, by action. */
    audited: () =>
      inTransaction(database.of('corporate'), { subject: 'aud', role: 'auditor' }, (transaction) =>
        transaction.query(
          'select action, actor, record_id from corporate.audit_entry order by action, at, id',
        ),
      ),
    // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
    async ask(query: string, as: Partial<Identity> = officer('olu')): Promise<any> {
      const { data, errors } = await part.ask(query, as);
      return errors ? { refused: errors.map(({ extensions }) => extensions?.code) } : data;
    },
  };
}

/** Records a complaint as an officer does, and gives its id. */
export async function recordOne(
  { corporate, login }: { readonly corporate: StreamSubgraph; readonly login: DataSource },
  number: number,
  facts: Partial<FactsOf<'record'>> = {},
): Promise<string> {
  const result = await asPerson(
    { stream: corporate, dataSource: login, today: TODAY },
    { subject: 'rec', role: 'officer', streams: ['corporate'] },
    (context) =>
      recordCase(context, {
        ...{ key: key(900 + number), words: [], parties: [] },
        command: recorded({ receivedOn: toDay('2026-05-05'), ...facts }),
      }),
  );
  if (result.__typename !== 'CommandDone') throw new Error(`Not recorded: ${result.__typename}`);
  return result.complaintId;
}
