import { KEPT_FILES, type KeptFile } from './kept-files';
import type { KeptBySchema, KeptTable, PersonalColumns } from './kept-table';

const BEGINNING = `# What is kept, why and for how long

All personal data that the product keeps, by the part that keeps it. The page is generated (\`npm run generate\`) from what each part says
beside its tables, in \`kept-data.ts\`; a test fails where a column that can hold words is not told there.
`;

/** The page for people of all that is kept, in Markdown: what is personal, what is outside the database, and what is not personal. */
export function keptPage(told: KeptBySchema): string {
  const schemas = Object.entries(told).map(([schema, tables]) => ({ schema, tables }));
  const personal = schemas.filter(({ tables }) => tables.some(isPersonal));
  return [
    BEGINNING,
    ...personal.map(({ schema, tables }) => section(schema, tables)),
    files(),
    plain(schemas),
  ].join('\n');
}

const isPersonal = ({ personal }: KeptTable): boolean => personal.length > 0;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const code = (name: string): string => `\`${name}\``;

/** One line for all columns that are kept for one reason, whichever tables they are in. */
function section(schema: string, tables: readonly KeptTable[]): string {
  const reasons = new Map<string, { readonly one: PersonalColumns; readonly where: string[] }>();
  for (const { table: name, personal } of tables)
    for (const one of personal) {
      const { about, purpose, basis, keptFor, erasedBy } = one;
      const key = [about, purpose, basis, keptFor, erasedBy].join('\n');
      const reason = reasons.get(key) ?? { one, where: [] };
      reason.where.push(`${code(name)}: ${one.columns.join(', ')}`);
      reasons.set(key, reason);
    }
  const rows = [...reasons.values()].map(({ one, where }) => [
    one.about,
    where.join('; '),
    one.purpose,
    one.basis,
    one.keptFor,
    one.erasedBy,
  ]);
  const head = ['Whom it tells of', 'Where', 'Why', 'By which law', 'For how long', 'What removes it'];
  return `## ${title(schema)}\n\n${table(head, rows)}\n`;
}

const title = (schema: string): string => schema.charAt(0).toUpperCase() + schema.slice(1);

function files(): string {
  const rows = KEPT_FILES.map(({ where, holds, about, keptFor, erasedBy }: KeptFile) => [
    ...[where, holds, about, keptFor, erasedBy],
  ]);
  const head = ['Where', 'What', 'Whom it tells of', 'For how long', 'What removes it'];
  return `## Outside the database\n\n${table(head, rows)}\n`;
}

function plain(
  schemas: readonly { readonly schema: string; readonly tables: readonly KeptTable[] }[],
): string {
  const rows = schemas.flatMap(({ schema, tables }) =>
    tables
      .filter((one) => !isPersonal(one))
      .map(({ table: name, holds }) => [code(`${schema}.${name}`), holds]),
  );
  return `## What holds nothing personal\n\n${table(['Table', 'What it holds'], rows)}\n`;
}
