import type { Transaction } from '../../platform/transaction/transaction';

const LETTERS = 3;
const DIGITS = 6;

/** A number of the stream's own, as people know a complaint by: `COR-000123`. */
export const referenceOf = (stream: string, number: number): string =>
  `${stream.slice(0, LETTERS).toUpperCase()}-${String(number).padStart(DIGITS, '0')}`;

/** The reference of a complaint that begins; all of its stages have it. One that is not used in the end is left out. */
export async function nextReference(transaction: Transaction, schema: string): Promise<string> {
  const [row] = await transaction.query<{ number: string }>(
    `select nextval('"${schema}".complaint_reference')::text as number`,
  );
  return referenceOf(schema, Number(row?.number));
}
