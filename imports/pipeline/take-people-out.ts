import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/config/clock';
import { takePeopleOut as takeOut } from '../../subgraphs/intake/subgraph';
import { recordWithoutPeople, rowWithoutPeople } from '../kit/without-people';
import type { Hashed, Source } from '../source';

/** What taking people out of rows as they came takes. */
export interface TakePeopleOut {
  readonly sources: Readonly<Record<string, Source<Hashed>>>;
  /** Logged in as intake. */
  readonly intake: DataSource;
  readonly clock: Clock;
}

/** Takes the people out of all records that wait for it, source by source; returns how many it were. Goes on where it was, if killed. */
export async function takePeopleOut({ sources, intake, clock }: TakePeopleOut): Promise<number> {
  let done = 0;
  for (const source of Object.values(sources)) {
    const rows = {
      source: source.name,
      identityColumns: source.identityColumns,
      ofRecord: (raw: object) => recordWithoutPeople(raw, source),
      ofRow: (raw: object) => rowWithoutPeople(raw, source),
    };
    done += await takeOut(intake, { rows, clock });
  }
  return done;
}
