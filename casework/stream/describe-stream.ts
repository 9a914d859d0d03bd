import { type StreamDescribed, streamDescribed } from '../../contracts/events/stream-described';
import { yearOf } from '../../domain/calendar/day';
import type { Calendar } from '../../domain/calendar/working-days';
import type { Procedure } from '../../domain/procedure/procedure';
import { publish } from '../../platform/outbox/outbox';
import type { Transaction } from '../../platform/transaction/transaction';
import { readCalendar } from '../reference/bank-holidays';
import { enumName, type StreamDefinition } from './definition';

/** A stream by what it tells of itself. */
export type Described = Pick<StreamDefinition, 'name' | 'procedure' | 'calendar' | 'report'>;

/**
 * Publishes the stream's stages, procedure, report and the calendar by which it counts working days, whenever any of that
 * changed.
 */
export async function describeStream(transaction: Transaction, stream: Described): Promise<void> {
  const payload: StreamDescribed = {
    stream: enumName(stream.name),
    stages: describedStages(stream.procedure),
    report: stream.report,
    calendar: describedCalendar(await readCalendar(transaction, stream)),
    procedure: stream.procedure.rules.map(({ law: _, ...rule }) => rule),
  };
  const changed = await transaction.query<{ version: number }>(
    `insert into "${stream.name}".description as held (stream, version, payload) values ($1, 1, $2::jsonb)
     on conflict (stream) do update set version = held.version + 1, payload = excluded.payload
     where held.payload is distinct from excluded.payload
     returning version`,
    [payload.stream, JSON.stringify(payload)],
  );
  const [{ version } = { version: 0 }] = changed;
  if (version === 0) return;
  await publish(transaction, stream.name, [
    streamDescribed.event({ subject: payload.stream, version: Number(version), payload }),
  ]);
}

/** Each stage once, as its newest rule has it. */
function describedStages({ rules }: Procedure): StreamDescribed['stages'] {
  const newest = new Map(rules.map((rule) => [rule.stage, rule.reachedOnlyByEscalation]));
  return [...newest].map(([number, onlyByEscalation]) => ({ number, onlyByEscalation }));
}

const describedCalendar = ({ firstDay, lastDay, daysOff }: Calendar): StreamDescribed['calendar'] => ({
  firstYear: yearOf(firstDay),
  lastYear: yearOf(lastDay),
  daysOff: daysOff.map(({ day }) => day),
});
