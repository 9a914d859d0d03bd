import type { StreamDescribed } from '../../../casework/events';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import type { Transaction } from '../../../platform/transaction/transaction';
import { coverage, directorate, service, streamDescribed } from '../tables/name-tables';
import { upsertNewest } from './upsert-newest';

/** What directory publishes of a service. */
interface ServiceNamed {
  readonly id: string;
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly directorateId: string;
  readonly directorate: string;
}

/** What directory publishes of a directorate. */
interface DirectorateNamed {
  readonly id: string;
  readonly name: string;
}

/** What intake publishes of one line of the team's coverage list. */
interface CoverageRecorded {
  readonly stream: string;
  readonly measure: string;
  readonly recordedFrom: string;
  readonly recordedTo: string | null;
  readonly granularity: 'day' | 'year';
  /** Only of a line that was removed. */
  readonly takenBack?: true;
}

/** Keeps the services' names. */
export function applyServices(transaction: Transaction, events: readonly PlacedEvent[]): Promise<void> {
  const rows = events.map(({ payload, version }) => {
    const named = payload as ServiceNamed;
    return {
      id: named.id,
      name: named.name,
      former_names: [...named.formerNames],
      directorate_id: named.directorateId,
      directorate: named.directorate,
      version,
    };
  });
  return upsertNewest(transaction, service, rows);
}

/** Keeps the directorates' names. */
export function applyDirectorates(transaction: Transaction, events: readonly PlacedEvent[]): Promise<void> {
  const rows = events.map(({ payload, version }) => {
    const { id, name } = payload as DirectorateNamed;
    return { id, name, version };
  });
  return upsertNewest(transaction, directorate, rows);
}

/** Keeps the team's list of which measures were recorded when. A removed line stays for its version, and no figure reads it. */
export function applyCoverage(transaction: Transaction, events: readonly PlacedEvent[]): Promise<void> {
  const rows = events.map(({ payload, version }) => {
    const line = payload as CoverageRecorded;
    return {
      stream: line.stream.toUpperCase(),
      measure: line.measure,
      recorded_from: line.recordedFrom,
      recorded_to: line.recordedTo,
      granularity: line.granularity,
      taken_back: line.takenBack ?? false,
      version,
    };
  });
  return upsertNewest(transaction, coverage, rows);
}

/** Keeps how the streams describe themselves. */
export function applyStreams(transaction: Transaction, events: readonly PlacedEvent[]): Promise<void> {
  const rows = events.map(({ payload, version }) => {
    const description = payload as StreamDescribed;
    return { stream: description.stream, description, version };
  });
  return upsertNewest(transaction, streamDescribed, rows);
}
