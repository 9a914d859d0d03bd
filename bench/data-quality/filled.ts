import fs from 'node:fs';
import type { Client } from 'pg';
import { grouped } from '../figures';
import { openBench, removeDirectory } from '../open-bench';
import { benchPath } from '../place';
import { tell } from '../report';

/** So many imports, a day apart: as nightly extracts of five systems in two months. */
const RUNS = 300;

const SOURCES = `(array['corporate-crm', 'adults', 'childrens', 'ombudsman', 'calls'])[1 + n % 5]`;
const OWNERS = `(array['corporate', 'adults', 'childrens', 'schools', null])[1 + n % 5]`;
const CODES = `(array['UNKNOWN_SERVICE', 'UNKNOWN_CHANNEL', 'UNKNOWN_CLOSURE_CODE', 'ANSWERED_BEFORE_RECEIPT', 'BAD_DATE',
  'MISSING_REFERENCE', 'UNREADABLE_CHARACTER', 'LATER_THAN_IMPORT'])[1 + n / 300 % 8]`;
const RAW = `json_build_object('Case Ref', n::text, 'Service', 'Parks', 'Summary', repeat('words ', 60))`;
/** A third is settled, in each of the ways. */
const FAULT_STATES = `(array['open', 'open', 'mapped', 'open', 'open', 'replaced', 'open', 'open', 'open'])[1 + n / 300 % 9]`;
const ROW_STATES = `(array['open', 'open', 'corrected', 'open', 'dismissed', 'open'])[1 + n / 300 % 6]`;
const DAY = `date '2022-04-01' + n % 700`;

/** One statement for each table; \`$1\` is how many entries. A run's are together, in the order of their lines. */
const FILL = [
  `insert into intake.import_run
     (id, source, file, state, started_at, ended_at, read, loaded, updated, copies, left_out, quarantined, vanished,
      first_day, last_day, keepers)
   select n, ${SOURCES}, 'extract-' || n || '.csv', 'loaded', timestamptz '2024-05-31' - n * interval '1 day',
     timestamptz '2024-05-31' - n * interval '1 day', 0, 0, 0, 0, 0, 0, 0, date '2022-04-01', date '2024-03-31',
     array[${OWNERS}] from generate_series(1, ${RUNS}) as n, (select $1::int) as many`,
  `insert into intake.held_row (source, identity, content_hash, run_id, line, raw, keeper)
   select ${SOURCES}, n::text, md5(n::text), 1 + n % ${RUNS}, n, ${RAW}, ${OWNERS} from generate_series(1, $1::int) as n`,
  `insert into intake.fault
     (run_id, place, owner, line, column_name, code, value, action, state, replaced_by_run_id, first_day, last_day)
   select 1 + n % ${RUNS}, n, ${OWNERS}, n, 'Service', ${CODES}, 'Word ' || n % 997, 'Kept as it is written.',
     ${FAULT_STATES}, case when ${FAULT_STATES} = 'replaced' then ${RUNS} end, ${DAY}, ${DAY}
   from generate_series(1, $1::int) as n`,
  `insert into intake.quarantined_row
     (source, content_hash, occurrence, id, owner, first_line, line, raw, reasons, codes, first_run_id, last_run_id, state,
      first_day, last_day)
   select ${SOURCES}, md5(n::text), 1, md5('row ' || n), ${OWNERS}, $1 + n, $1 + n, ${RAW},
     jsonb_build_array(jsonb_build_object('column', 'Service', 'code', ${CODES}, 'value', null, 'action', 'Set aside.')),
     array[${CODES}], 1 + n % ${RUNS}, 1 + n % ${RUNS}, ${ROW_STATES}, ${DAY}, ${DAY}
   from generate_series(1, $1::int) as n`,
];

/** A data directory with so many faults, and as many quarantined rows. Filled once, and kept for the next time. */
export async function filledLists(size: number): Promise<string> {
  const directory = benchPath(`data-quality-${size}`);
  const done = `${directory}.filled`;
  if (fs.existsSync(done)) return directory;
  removeDirectory(directory);
  const database = await openBench(directory);
  tell(`Listing ${grouped(size)} faults and as many quarantined rows, once for this bench…`);
  await fill(database.client, size);
  await database.stop();
  fs.writeFileSync(done, '');
  return directory;
}

async function fill(client: Client, size: number): Promise<void> {
  await client.query('set statement_timeout = 0');
  for (const statement of FILL) await client.query(statement, [size]);
  await client.query('vacuum analyze');
}
