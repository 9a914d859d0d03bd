import { type HeadFile, readHeads } from '../platform/audit/seals/heads';
import { withLogs } from '../platform/audit/seals/keep-sealing';
import { type Verified, verifyLog } from '../platform/audit/seals/verify-log';
import { readSettings, type Settings } from '../platform/config/settings';
import { openDatabase } from '../platform/postgres/open-database';
import { subgraphNames } from '../subgraphs/registry';
import type { Schemas } from '../subgraphs/schemas';
import { openAuditSigner } from './product/audit';
import { runMain } from './product/refusal';
import { withSchemas } from './product/with-schemas';

const WRONG_USAGE = 2;

const USAGE = `Usage: npm run audit -- verify

Computes every seal and signature of the audit logs anew, and compares the seals with those in AUDIT_HEADS_FILE. Ends with 1
where something is wrong. It runs beside the product.
`;

/** `npm run audit -- verify`: shows that audit logs are as they were written. */
runMain(async () => {
  const [action, ...more] = process.argv.slice(2);
  if (action !== 'verify' || more.length > 0) {
    process.stderr.write(USAGE);
    process.exit(WRONG_USAGE);
  }
  const settings = readSettings(process.env, { part: 'import', subgraphs: subgraphNames() });
  const database = await openDatabase({ settings });
  try {
    await withSchemas({ database, settings }, async (schemas) => {
      process.exitCode = (await verify(schemas, settings)) ? 0 : 1;
    });
  } finally {
    await database.stop();
  }
});

/** Verifies each log and prints what was found. False where something is wrong. */
async function verify(schemas: Schemas, settings: Settings): Promise<boolean> {
  const { headsFile } = settings.audit;
  const published = await readHeads(headsFile);
  const signer = await openAuditSigner(settings);
  const logs = await withLogs(
    schemas.subgraphs.map(({ name }) => ({ schema: name, dataSource: schemas.of(name) })),
  );
  let isWell = true;
  for (const { schema, dataSource } of logs) {
    const heads = (published?.heads ?? []).filter(({ log }) => log === schema);
    const verified = await verifyLog(dataSource, { schema, signer, heads });
    process.stdout.write(`${linesOf(verified).join('\n')}\n`);
    isWell &&= verified.problems.length === 0;
  }
  process.stdout.write(aboutHeads(headsFile, published));
  process.stdout.write(isWell ? 'Every log is as it was written.\n' : 'Something is wrong. See above.\n');
  return isWell;
}

const linesOf = ({ schema, entries, seals, unsealed, problems }: Verified): string[] => [
  `${schema}: ${entries} entries, ${seals} seals${unsealed === 0 ? '' : `, ${unsealed} entries not sealed yet`}`,
  ...problems.map((sentence) => `  ${sentence}`),
];

function aboutHeads(file: string, published: HeadFile | null): string {
  if (published === null) return `${file} is not there, so nothing shows that seals were not made anew.\n`;
  const lines = published.unreadableLines;
  if (lines.length === 0) return '';
  return `${file} has lines that are no heads, cut off or changed: ${lines.slice(0, 10).join(', ')}. They show nothing.\n`;
}
