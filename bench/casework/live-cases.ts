import type { Client } from 'pg';
import { tell } from '../report';
import { forenameSql, postcodeSql, surnameSql, wordsSql } from '../search/made-up-words';

/** Complaints of one statement: a transaction each, so that none grows with the whole. */
const AT_ONCE = 100_000;

/** The stage of a complaint, as its clock and its timeline have it: SQL over the row `made`. */
const STAGE = `jsonb_build_object(
  'number', 1, 'state', made.state, 'suspendedFrom', null, 'route', null, 'receivedOn', made.received_on,
  'acknowledgedOn', made.acknowledged_on, 'planAgreedOn', null, 'plannedFor', null, 'statementAgreedOn', null,
  'investigationReportedOn', null, 'panelHeldOn', null, 'panelReportedOn', null, 'answeredOn', null,
  'nextRequestedOn', null, 'endedOn', null, 'outcome', null, 'findings', '[]'::jsonb, 'closureReason', null,
  'extensions', '[]'::jsonb, 'suspensions', '[]'::jsonb, 'isInherited', true)`;
/** With who handled it: the timeline alone says so. */
const WITH_PEOPLE = `${STAGE} || jsonb_build_object('appointed', '[]'::jsonb, 'panel', '[]'::jsonb, 'handledBy', '[]'::jsonb)`;

/** Who works on it: fifty officers have nine in ten, and three groups or nobody the others. One in twenty waits for somebody else. */
const MADE = (from: number, to: number): string => `
  select 'corporate-bench-' || lpad(n::text, 9, '0') as id, 'corporate-stage-bench-' || lpad(n::text, 9, '0') as stage_id,
    'B' || n as reference, n, date '2024-05-31' - (n % 60) as received_on,
    case when n % 3 = 0 then null else date '2024-05-31' - (n % 60) end as acknowledged_on,
    case when n % 3 = 0 then 'RECEIVED' else 'ACKNOWLEDGED' end as state,
    date '2024-06-14' - (n % 60) as due_on,
    case when n % 10 = 0 then null else 'officer-' || (n % 50) end as assigned_to,
    case when n % 20 = 0 then 'group-' || (n % 3) end as assigned_group,
    case when n % 20 = 5 then 'OTHERS' else 'TEAM' end as waits_for
  from generate_series(${from}, ${to}) as n`;

const STATEMENTS: readonly string[] = [
  `insert into corporate.complaint (id, authority, version) select id, 'stockport', 1 from made`,
  `insert into corporate.stage (id, complaint_id, number, source, key, reference, own_key, received_on, acknowledged_on, due_on,
     ended, service_id, theme, channel, content_hash)
   select stage_id, id, 1, 'bench', reference, reference, reference, received_on, acknowledged_on, due_on, false, 'made-' || n % 50, 'Delay', 'Email', 'x'
   from made`,
  `insert into corporate.live_case (complaint_id, version, stage, state, waits_for, is_ended, assigned_to, assigned_group, is_accepted, service_id, received_on,
     next_limit, next_due_on, answer_due_on, handled_earlier_by, began_at, changed_at)
   select id, 1, 1, state, waits_for, false, assigned_to, assigned_group, false, 'made-' || n % 50, received_on, 'ANSWER', due_on, due_on, '{}', now(), now() from made`,
  `insert into corporate.live_clock (complaint_id, stages) select id, jsonb_build_array(${STAGE}) from made`,
  `insert into corporate.timeline_entry (complaint_id, place, stage, event, facts, by, at)
   select id, 1, 1, 'takeOver', jsonb_build_object('event', 'takeOver', 'source', 'bench', 'channel', 'Email', 'serviceId', null,
     'theme', 'Delay', 'stages', jsonb_build_array(${WITH_PEOPLE})), 'bench', now() from made`,
  // Without triggers, and before their account, which brings the words of all of them at once.
  'set local session_replication_role = replica',
  `insert into corporate.timeline_words (complaint_id, place, part, words)
   select id, 1, 'NOTE', ${wordsSql('n', { many: 12, seed: 40 })} from made`,
  `insert into corporate.case_party (id, complaint_id, kind, forename, surname, postcode, recorded_at)
   select id || '/1/1', id, 'COMPLAINANT', ${forenameSql('n')}, ${surnameSql('n')}, ${postcodeSql('n')}, now() from made
   union all select id || '/1/2', id, 'REPRESENTATIVE', ${forenameSql('(n + 1)')}, ${surnameSql('(n + 1)')}, null, now() from made where n % 5 = 0`,
  // So many at once come from nowhere else: the words of each are looked for by what is known of the tables.
  'set local session_replication_role = origin',
  'analyze corporate.stage, corporate.case_party, corporate.timeline_entry, corporate.timeline_words',
  `insert into corporate.account (stage_id, forename, surname, postcode, summary)
   select stage_id, ${forenameSql('n')}, ${surnameSql('n')}, ${postcodeSql('n')}, ${wordsSql('n', { many: 14, seed: 0 })} from made`,
];

/** The first officers are in two groups of three. */
const GROUPS = `insert into corporate.case_group (id, name, members, call_groups, version, changed_by, changed_at)
  select 'group-' || n, 'Group ' || n, case when n < 2 then '{officer-0,officer-1}'::text[] else '{}' end, '{}', 1, 'bench', now()
  from generate_series(0, 2) as n on conflict do nothing`;

/** Makes up live complaints from a number to another, past all policies; nobody is told of them. */
export async function makeUpLiveCases(client: Client, from: number, to: number): Promise<void> {
  await client.query(GROUPS);
  for (let first = from; first <= to; first += AT_ONCE) {
    const last = Math.min(first + AT_ONCE - 1, to);
    tell(`Making up live complaints ${first} to ${last}…`);
    await client.query('begin');
    // The functions that keep words see what loads see.
    await client.query(`select set_config('scope.role', 'import', true)`);
    await client.query(`create temporary table made on commit drop as ${MADE(first, last)}`);
    for (const statement of STATEMENTS) await client.query(statement);
    await client.query('commit');
  }
  await client.query('vacuum analyze');
}

/** The id of a complaint that was made up. */
export const madeUpId = (number: number): string => `corporate-bench-${String(number).padStart(9, '0')}`;
