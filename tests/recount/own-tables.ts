import { inTransaction } from '../../platform/transaction/transaction';
import type { Schemas } from '../../subgraphs/schemas';
import { type OwnReach, type Read, readReach } from './own-reach';

/** One stage as its stream's own table has it; names instead of ids. Days are ISO text. */
export interface OwnStage {
  readonly id: string;
  readonly stream: string;
  readonly number: number;
  readonly receivedOn: string;
  readonly acknowledgedOn: string | null;
  readonly dueOn: string | null;
  readonly answeredOn: string | null;
  readonly closedOn: string | null;
  readonly ended: boolean;
  readonly route: string | null;
  readonly outcome: string | null;
  readonly closureReason: string | null;
  readonly service: string | null;
  readonly directorate: string | null;
  readonly theme: string | null;
  readonly channel: string | null;
}

/** An ombudsman's case as the register has it, with the latest stage of its complaint. */
export interface OwnCase {
  readonly id: string;
  readonly body: string;
  readonly stream: string | null;
  readonly receivedOn: string;
  readonly decidedOn: string | null;
  readonly upheld: boolean | null;
  readonly complaint: OwnStage | null;
  readonly remedies: readonly { readonly dueOn: string | null; readonly doneOn: string | null }[];
}

/** All that the parts keep of what figures count, read row by row from their own tables. */
export interface OwnTables {
  /** The stages of each complaint, the first one first. */
  readonly complaints: readonly (readonly OwnStage[])[];
  readonly cases: readonly OwnCase[];
  /** The day of each telephone call. */
  readonly calls: readonly string[];
  /** By stream, OMBUDSMAN and CALLS: of which days the records speak. */
  readonly reach: OwnReach;
}

export const STREAMS = ['CORPORATE', 'ADULTS', 'CHILDRENS', 'SCHOOLS'] as const;

/** Reads them. No table is joined, grouped or counted by the database. */
export async function readOwnTables(schemas: Schemas): Promise<OwnTables> {
  const read: Read = (schema, table) =>
    inTransaction(schemas.of(schema), { subject: 'test', role: 'analyst' }, ({ query }) =>
      query(`select * from "${schema}"."${table}"`),
    );
  const names = await namesOf(read);
  const complaints = new Map<string, OwnStage[]>();
  for (const stream of STREAMS) {
    for (const row of await read<StageRow>(stream.toLowerCase(), 'stage')) {
      const stages = complaints.get(row.complaint_id) ?? [];
      complaints.set(row.complaint_id, [...stages, stageOf(row, stream, names)]);
    }
  }
  for (const stages of complaints.values()) stages.sort(inOrder);
  return {
    complaints: [...complaints.values()],
    cases: await casesOf(read, complaints),
    calls: (await read<{ offered_on: string }>('telephony', 'call')).map(({ offered_on }) => offered_on),
    reach: await readReach(read, [...STREAMS, 'OMBUDSMAN', 'CALLS']),
  };
}

function inOrder(one: OwnStage, other: OwnStage): number {
  const [a = '', b = ''] = [one, other].map(({ number, receivedOn, id }) => `${number} ${receivedOn} ${id}`);
  return a < b ? -1 : 1;
}

interface Names {
  readonly services: ReadonlyMap<string, { readonly name: string; readonly directorate: string | null }>;
  readonly directorates: ReadonlyMap<string, string>;
}

interface NameRow {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly payload: { readonly directorateId?: string };
}

async function namesOf(read: Read): Promise<Names> {
  const named = await read<NameRow>('directory', 'named');
  const of = (kind: string) => named.filter((row) => row.kind === `${kind}-named`);
  const directorates = new Map(of('directorate').map(({ id, name }) => [id, name]));
  const services = of('service').map(({ id, name, payload: { directorateId = '' } }) => {
    return [id, { name, directorate: directorates.get(directorateId) ?? null }] as const;
  });
  return { directorates, services: new Map(services) };
}

type Text = string | null;

interface StageRow {
  readonly id: string;
  readonly complaint_id: string;
  readonly number: number;
  readonly received_on: string;
  readonly acknowledged_on: Text;
  readonly due_on: Text;
  readonly answered_on: Text;
  readonly closed_on: Text;
  readonly ended: boolean;
  readonly route: Text;
  readonly outcome: Text;
  readonly closure_reason: Text;
  readonly service_id: Text;
  readonly directorate_id: Text;
  readonly theme: Text;
  readonly channel: Text;
}

function stageOf(row: StageRow, stream: string, { services, directorates }: Names): OwnStage {
  const { id, number, ended, route, outcome, theme, channel } = row;
  const service = services.get(row.service_id ?? '');
  return {
    ...{ id, stream, number, ended, route, outcome, theme, channel },
    ...{ receivedOn: row.received_on, acknowledgedOn: row.acknowledged_on, dueOn: row.due_on },
    ...{ answeredOn: row.answered_on, closedOn: row.closed_on, closureReason: row.closure_reason },
    service: service?.name ?? null,
    directorate: service?.directorate ?? directorates.get(row.directorate_id ?? '') ?? null,
  };
}

interface CaseRow {
  readonly id: string;
  readonly body: string;
  readonly stream: Text;
  readonly received_on: string;
  readonly decided_on: Text;
  readonly upheld: boolean | null;
  readonly complaint_id: Text;
}

interface RemedyRow {
  readonly case_id: string;
  readonly due_on: Text;
  readonly done_on: Text;
}

async function casesOf(
  read: Read,
  complaints: ReadonlyMap<string, readonly OwnStage[]>,
): Promise<readonly OwnCase[]> {
  const remedies = await read<RemedyRow>('ombudsman', 'remedy');
  return (await read<CaseRow>('ombudsman', 'ombudsman_case')).map(({ id, body, stream, upheld, ...row }) => ({
    ...{ id, body, stream, upheld, receivedOn: row.received_on, decidedOn: row.decided_on },
    complaint: complaints.get(row.complaint_id ?? '')?.at(-1) ?? null,
    remedies: remedies
      .filter(({ case_id }) => case_id === id)
      .map(({ due_on, done_on }) => ({ dueOn: due_on, doneOn: done_on })),
  }));
}
