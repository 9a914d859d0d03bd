import { Conditions } from '../../../platform/lists/conditions';
import {
  type List,
  type ListPage,
  type Narrow,
  type PageArguments,
  readList,
} from '../../../platform/lists/list';
import { badUserInput, forbidden } from '../../../platform/server/errors';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import { type FaultParts, type FaultPlace, faultParts } from './fault-parts';

/** What is wrong with one record of a service, as the graph shows it to whoever manages the service. */
export interface ServiceFault extends FaultParts {
  readonly service: string;
  readonly owner: string | null;
  readonly record: string;
  readonly source: string;
  readonly file: string;
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly value: string | null;
  readonly action: string;
}

/** One page, and how often each code is among all that the filter leaves. */
export interface ServiceFaultPage extends ListPage<ServiceFault> {
  byCode(transaction: Transaction): Promise<{ name: string; count: number }[]>;
}

interface ServiceFaultFilter {
  readonly services?: readonly string[] | null | undefined;
  readonly codes?: readonly string[] | null | undefined;
  readonly states?: readonly string[] | null | undefined;
}

type OwnFaultRow = FaultPlace &
  Omit<ServiceFault, 'service' | keyof FaultParts> & { readonly service_id: string };

/**
 * Lists the faults of records whose service the caller manages, by run and place. Throws FORBIDDEN for everybody else, and
 * BAD_USER_INPUT that names the argument.
 */
export async function serviceFaults(
  { transaction, identity }: Pick<OperationContext, 'transaction' | 'identity'>,
  { where, ...paging }: PageArguments & { readonly where?: ServiceFaultFilter | null | undefined },
): Promise<ServiceFaultPage> {
  if (identity.role !== 'manager')
    throw forbidden(
      'Faults by service are shown to those who manage the service. Officers and admins ask `faults`.',
    );
  const narrow = narrowing(where ?? {});
  const page = await readList({ transaction }, LIST, { paging, filter: where ?? {}, narrow: () => narrow });
  return { ...page, byCode: (later) => countByCode(later, narrow) };
}

function narrowing({ services, codes, states }: ServiceFaultFilter): Narrow {
  const lists = { services, codes, states };
  for (const [name, values] of Object.entries(lists)) {
    if (values?.length === 0) throw badUserInput(`\`where.${name}\` is empty: leave it out for all.`);
  }
  return (conditions) => {
    conditions.isOneOf('service_id', services ?? null, 'text');
    conditions.isOneOf('code', codes ?? null, 'text');
    conditions.isOneOf('state', states?.map((state) => state.toLowerCase()) ?? null, 'text');
  };
}

async function countByCode(
  transaction: Transaction,
  narrow: Narrow,
): Promise<{ name: string; count: number }[]> {
  const conditions = new Conditions();
  narrow(conditions);
  return transaction.query(
    `select code as name, count(*)::int as count from intake.own_faults() where ${conditions.sql}
     group by code order by count(*) desc, code`,
    conditions.values,
  );
}

const LIST: List<OwnFaultRow, ServiceFault> = {
  field: 'serviceFaults',
  table: 'intake.own_faults()',
  order: { run_id: 'bigint', place: 'int' },
  direction: 'asc',
  select: (rows) => `
    select run_id, place, source, file, started_at, owner, record, service_id, line, column_name as "column", code,
      value, action, state
    from intake.own_faults() ${rows}`,
  keyOf: ({ run_id, place }) => [run_id, place],
  nodeOf: ({ run_id, place, service_id, started_at, state, ...fault }) => ({
    ...fault,
    ...faultParts({ run_id, place, started_at, state }),
    service: service_id,
  }),
};
