import { Client } from 'pg';
import { testServerUrl } from '../../platform/testing/database';

/** Personal data that were put in place of those that were loaded, so that each is known wherever it turns up. */
const MARKER = /ZQX:([a-z]+):([\w-]+)/g;

/** Of whom something personal turned up. */
export interface Marked {
  /** A stream, or `quarantine`. */
  readonly kind: string;
  /** The stage; of a row that was kept back, whose it is. */
  readonly of: string;
}

/** Which complaint a stage belongs to, of what services it is, and whose case it is: as the tables have it. */
export interface Known {
  readonly complaintOf: ReadonlyMap<string, string>;
  readonly servicesOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly references: readonly string[];
  /** Who is named for each complaint that is restricted. */
  readonly namedFor: ReadonlyMap<string, readonly string[]>;
  /** The complaints of each partner, and how many cases it has. */
  readonly partners: ReadonlyMap<
    string,
    { readonly complaints: ReadonlySet<string>; readonly cases: number }
  >;
}

const STREAMS = ['corporate', 'adults', 'childrens', 'schools'] as const;
const ACCOUNT = [
  'person',
  'relationship',
  'title',
  'forename',
  'surname',
  'name',
  'email',
  'postcode',
  'summary',
];
const PARTY = ['relationship', 'title', 'forename', 'surname', 'email', 'telephone', 'address', 'postcode'];
const FURTHER: Readonly<Record<string, readonly string[]>> = {
  'adults.stage_lessons': ['lessons', 'provider'],
  'childrens.stage_people': ['child_reference', 'investigating_officer', 'independent_person'],
};

/** Everything personal in some text. */
export const markedIn = (text: string): Marked[] =>
  [...text.matchAll(MARKER)].map(([, kind = '', of = '']) => ({ kind, of }));

/** Marks all people and narratives of a database, and all rows as they came, by its superuser. */
export function markPersonalData(ownerUrl: string): Promise<void> {
  return asSuperuser(ownerUrl, async (client) => {
    await client.query("set session_replication_role = 'replica'");
    for (const stream of STREAMS) await mark(client, `${stream}.account`, ACCOUNT);
    for (const [table, columns] of Object.entries(FURTHER)) await mark(client, table, columns);
    for (const stream of STREAMS) {
      await markLive(client, `${stream}.case_party`, PARTY);
      await markLive(client, `${stream}.timeline_words`, ['words']);
    }
    await client.query(
      `update intake.quarantined_row set raw = (
         select json_object_agg(key, 'ZQX:quarantine:' || coalesce(owner, 'nobody')) from json_each_text(raw))`,
    );
  });
}

async function mark(client: Client, table: string, columns: readonly string[]): Promise<void> {
  const [stream] = table.split('.');
  const marked = columns.map((column) => `${column} = 'ZQX:${stream}:' || stage_id`);
  await client.query(`update ${table} set ${marked.join(', ')}`);
}

/** What is kept of a complaint, and not of a stage, is marked as its first stage's. */
async function markLive(client: Client, table: string, columns: readonly string[]): Promise<void> {
  const [stream] = table.split('.');
  const marked = columns.map((column) => `${column} = 'ZQX:${stream}:' || first.id`);
  await client.query(
    `update ${table} as held set ${marked.join(', ')}
     from (select complaint_id, min(id) as id from ${stream}.stage group by complaint_id) as first
     where first.complaint_id = held.complaint_id`,
  );
}

/** Reads what is known of complaints, by the superuser and in the plainest way. */
export function readKnown(ownerUrl: string): Promise<Known> {
  return asSuperuser(ownerUrl, async (client) => {
    const ofStreams = async (columns: string, table: string) => {
      const read = STREAMS.map((stream) => client.query(`select ${columns} from ${stream}.${table}`));
      return (await Promise.all(read)).flatMap(({ rows }) => rows);
    };
    const stages = await ofStreams('id, complaint_id, service_id, reference', 'stage');
    const restrictions = await ofStreams('complaint_id, named', 'restriction where lifted_at is null');
    const cases = await client.query(
      'select partner, complaint_id from ombudsman.ombudsman_case where partner is not null',
    );
    return {
      complaintOf: new Map(stages.map((stage) => [stage.id, stage.complaint_id])),
      servicesOf: setsOf(stages.map((stage) => [stage.complaint_id, String(stage.service_id)])),
      references: stages.map(({ reference }) => reference),
      namedFor: new Map(restrictions.map(({ complaint_id, named }) => [complaint_id, named])),
      partners: partnersOf(cases.rows),
    };
  });
}

function setsOf(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>();
  for (const [key, value] of pairs) sets.set(key, (sets.get(key) ?? new Set<string>()).add(value));
  return sets;
}

function partnersOf(rows: readonly { partner: string; complaint_id: string | null }[]): Known['partners'] {
  const names = [...new Set(rows.map(({ partner }) => partner))];
  return new Map(
    names.map((name) => {
      const own = rows.filter(({ partner }) => partner === name);
      return [name, { complaints: new Set(own.flatMap((row) => row.complaint_id ?? [])), cases: own.length }];
    }),
  );
}

async function asSuperuser<Answer>(
  ownerUrl: string,
  work: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const url = new URL(testServerUrl());
  url.pathname = new URL(ownerUrl).pathname;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
