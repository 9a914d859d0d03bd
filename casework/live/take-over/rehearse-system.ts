import { stageVersion } from '../../../domain/procedure/stage-version';
import { IMPORT_SCOPE } from '../../../platform/transaction/scope';
import { inTransaction, type Transaction } from '../../../platform/transaction/transaction';
import { begunBy, type LeftAlone } from './take-over-complaints';
import { openComplaints, type SystemOf, workOf } from './take-over-system';

/** How many of the complaints that would go on stand in a stage that goes by one version of the procedure. */
export interface UnderVersion {
  readonly stage: number;
  readonly inForceFrom: string;
  /** The law that the version rests on. */
  readonly source: string;
  readonly complaints: number;
}

/** What taking over a stream's part of a system would come to, had it been done now. */
export interface SystemRehearsed {
  readonly stream: string;
  readonly wouldGoOn: number;
  readonly versions: readonly UnderVersion[];
  readonly left: readonly LeftAlone[];
}

type Asked = Omit<SystemOf, 'on'>;
type Begun = Awaited<ReturnType<typeof begunBy>>;

/** Tells which open complaints of a system would go on here, and under which versions of the procedure. Nothing is written. */
export async function rehearseSystem(system: Asked): Promise<SystemRehearsed> {
  const begun: Begun['begun'][number][] = [];
  const left: LeftAlone[] = [];
  let after = '';
  for (;;) {
    const batch = await inTransaction(system.dataSource, IMPORT_SCOPE, (transaction) =>
      rehearseBatch(transaction, system, after),
    );
    if (batch === null) break;
    after = batch.last;
    begun.push(...batch.begun);
    left.push(...batch.left);
  }
  const versions = versionsOf(begun, system);
  return { stream: system.stream.name, wouldGoOn: begun.length, versions, left };
}

/** Null where no open complaint is left after the one of that id. */
async function rehearseBatch(
  transaction: Transaction,
  { stream, source, by, now }: Asked,
  after: string,
): Promise<(Begun & { readonly last: string }) | null> {
  const complaintIds = await openComplaints(transaction, { schema: stream.name, source, after });
  const last = complaintIds.at(-1);
  if (last === undefined) return null;
  return { ...(await begunBy(await workOf(transaction, { stream, now }), { complaintIds, by })), last };
}

/** By the stage in which each stands, in order. */
function versionsOf(
  begun: Begun['begun'],
  { stream: { liveProcedure: procedure } }: Asked,
): readonly UnderVersion[] {
  const counted = new Map<string, UnderVersion>();
  for (const { entry } of begun) {
    const latest = entry.facts.event === 'takeOver' ? entry.facts.stages.at(-1) : undefined;
    const version =
      latest && stageVersion({ procedure, stage: latest.number, receivedOn: latest.receivedOn });
    if (!version) continue;
    const { stage, inForceFrom, source } = version;
    const key = `${stage} ${inForceFrom}`;
    const complaints = (counted.get(key)?.complaints ?? 0) + 1;
    counted.set(key, { stage, inForceFrom, source: source.law, complaints });
  }
  return [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, version]) => version);
}
