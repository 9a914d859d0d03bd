import type { CoverageRecorded } from '../../../contracts/events/coverage-recorded';
import type { FaultsCounted } from '../../../contracts/events/faults-counted';
import type { DirectorateNamed, ServiceNamed } from '../../../contracts/events/names';
import type { SourceReached } from '../../../contracts/events/source-reached';
import type { StreamDescribed } from '../../../contracts/events/stream-described';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import type { Transaction } from '../../../platform/transaction/transaction';
import { upsertNewest } from '../../../platform/transaction/upsert-newest';
import {
  coverage,
  directorate,
  openFault,
  service,
  sourceReach,
  streamDescribed,
} from '../tables/name-tables';

/** Keeps the services' names. */
export function applyServices(
  transaction: Transaction,
  events: readonly PlacedEvent<ServiceNamed>[],
): Promise<void> {
  const rows = events.map(({ payload: named, version }) => {
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
export function applyDirectorates(
  transaction: Transaction,
  events: readonly PlacedEvent<DirectorateNamed>[],
): Promise<void> {
  const rows = events.map(({ payload: { id, name }, version }) => ({ id, name, version }));
  return upsertNewest(transaction, directorate, rows);
}

/** Keeps of which days each source speaks. */
export function applyReach(
  transaction: Transaction,
  events: readonly PlacedEvent<SourceReached>[],
): Promise<void> {
  const rows = events.map(({ payload: { source, keepers, from, to, loadedAt }, version }) => ({
    ...{ source, keepers: [...keepers], from_day: from, to_day: to, version },
    loaded_at: loadedAt === null ? null : new Date(loadedAt),
  }));
  return upsertNewest(transaction, sourceReach, rows);
}

/** Keeps how much of each keeper's records waits to be put right. */
export function applyOpenFaults(
  transaction: Transaction,
  events: readonly PlacedEvent<FaultsCounted>[],
): Promise<void> {
  const rows = events.map(({ payload: { keeper, openFaults, quarantinedRows, months }, version }) => ({
    ...{ keeper, open_faults: openFaults, quarantined_rows: quarantinedRows, version, months },
  }));
  return upsertNewest(transaction, openFault, rows);
}

/** Keeps the team's list of which measures were recorded when. A removed line stays for its version, and no figure reads it. */
export function applyCoverage(
  transaction: Transaction,
  events: readonly PlacedEvent<CoverageRecorded>[],
): Promise<void> {
  const rows = events.map(({ payload: line, version }) => {
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
export function applyStreams(
  transaction: Transaction,
  events: readonly PlacedEvent<StreamDescribed>[],
): Promise<void> {
  const rows = events.map(({ payload: description, version }) => ({
    stream: description.stream,
    description,
    version,
  }));
  return upsertNewest(transaction, streamDescribed, rows);
}
