import type { StreamDescribed } from '../../../casework/events';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import type { Transaction } from '../../../platform/transaction/transaction';
import { coverage, directorate, service, streamDescribed } from '../tables/name-tables';
import { keepNewest } from './newest';

/** What directory tells of a service. */
interface ServiceNamed {
  readonly id: string;
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly directorateId: string;
  readonly directorate: string;
}

/** What directory tells of a directorate. */
interface DirectorateNamed {
  readonly id: string;
  readonly name: string;
}

/** What intake tells of one line of the team's coverage list. */
interface CoverageRecorded {
  readonly stream: string;
  readonly measure: string;
  readonly recordedFrom: string;
  readonly recordedTo: string | null;
  readonly granularity: 'day' | 'year';
  /** Only of a line that was taken back. */
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
  return keepNewest(transaction, service, rows);
}

/** Keeps the directorates' names. */
export function applyDirectorates(transaction: Transaction, events: readonly PlacedEvent[]): Promise<void> {
  const rows = events.map(({ payload, version }) => {
    const { id, name } = payload as DirectorateNamed;
    return { id, name, version };
  });
  return keepNewest(transaction, directorate, rows);
}

/** Keeps the team's list of which measures were recorded when. A line that was taken back stays for its version, and is read by nobody. */
export function applyCoverage(transaction: Transaction, events: readonly PlacedEvent[]): Promise<void> {
  const rows = events.map(({ payload, version }) => {
    const told = payload as CoverageRecorded;
    return {
      stream: told.stream.toUpperCase(),
      measure: told.measure,
      recorded_from: told.recordedFrom,
      recorded_to: told.recordedTo,
      granularity: told.granularity,
      taken_back: told.takenBack ?? false,
      version,
    };
  });
  return keepNewest(transaction, coverage, rows);
}

/** Keeps what the streams tell of themselves. */
export function applyStreams(transaction: Transaction, events: readonly PlacedEvent[]): Promise<void> {
  const rows = events.map(({ payload, version }) => {
    const description = payload as StreamDescribed;
    return { stream: description.stream, description, version };
  });
  return keepNewest(transaction, streamDescribed, rows);
}
