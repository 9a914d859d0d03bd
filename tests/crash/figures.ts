import type { Answer } from '../../scripts/testing/running-product';

/** Asks the product as somebody who sees every figure. Throws where the answer has an error. */
export type Ask = <Data>(query: string, variables?: object) => Promise<Data>;

/** Reads every figure that a source gives, a row of figures each, as text. */
export type AskFigures = (ask: Ask) => Promise<string[]>;

interface Rows {
  readonly rows: readonly object[];
}

/** What was answered. Throws where it is not the whole answer. */
export function answered<Data>({ data, errors }: Answer<Data>): Data {
  if (errors) throw new Error(`The figures could not be read: ${errors[0]?.message}`);
  return data;
}

const STAGES = `{ measures(by: [STREAM, STAGE, FINANCIAL_YEAR, QUARTER, SERVICE, OUTCOME]) { rows {
  stream stage financialYear quarter service outcome received escalated direct answered answeredInTime closed
} } }`;

export const stageFigures: AskFigures = async (ask) =>
  asText((await ask<{ measures: Rows }>(STAGES)).measures);

const CALLS = `{ calls(by: [GROUP, MONTH]) { rows {
  group month offered answered abandoned answerRate waitsMeasured averageWaitSeconds longestWaitSeconds
  answeredWithin20Seconds
} } }`;

export const callFigures: AskFigures = async (ask) => asText((await ask<{ calls: Rows }>(CALLS)).calls);

const asText = ({ rows }: Rows): string[] => rows.map((row) => JSON.stringify(row));

const REFERRED = `{ measures(by: [STREAM, FINANCIAL_YEAR, QUARTER]) { rows {
  stream financialYear quarter referredToOmbudsman upheldByOmbudsman
} } }`;

/** Each case as the graph shows it, and, where it is about a complaint, all cases of that complaint. */
const CASES = `query ($after: String) { counted(measure: REFERRED_TO_OMBUDSMAN, first: 200, after: $after) {
  edges { node { id on ombudsmanCase {
    body reference stream partner receivedOn decidedOn decision upheld remedies { text dueOn doneOn } findings { finding }
    complaint { reference ombudsmanCases { id } }
  } } } pageInfo { hasNextPage endCursor }
} }`;

interface Page {
  readonly edges: readonly { readonly node: object }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export const caseFigures: AskFigures = async (ask) => {
  const rows = asText((await ask<{ measures: Rows }>(REFERRED)).measures);
  let after: string | null = null;
  for (;;) {
    const { counted }: { counted: Page } = await ask(CASES, { after });
    rows.push(...counted.edges.map(({ node }) => JSON.stringify(node)));
    if (!counted.pageInfo.hasNextPage) return rows;
    after = counted.pageInfo.endCursor;
  }
};
