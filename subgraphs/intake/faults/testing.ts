import type { DataSource } from 'typeorm';
import { loadRows, type ServedIntake, takenRow } from '../testing';

const fault = (line: number, code: string) => ({
  ...{ line, code, column: 'Ref', value: 'as written', action: 'Noted.' },
});

/** Loads two files: one of two systems each, with faults and a quarantined row. */
export async function loadFaults(intake: DataSource): Promise<void> {
  await loadRows(intake, {
    source: 'first',
    rows: [
      takenRow({ faults: [fault(2, 'STRANGE')] }),
      takenRow({ identity: '2', line: 3, keeper: 'schools', faults: [fault(3, 'STRANGE'), fault(3, 'ODD')] }),
      {
        ...{ kind: 'quarantined', line: 4, contentHash: 'no owner', raw: { Ref: '', More: ['a'] } },
        faults: [{ ...fault(4, 'BROKEN'), value: null }],
      },
    ],
  });
  await loadRows(intake, {
    source: 'second',
    rows: [
      {
        ...{ kind: 'quarantined', owner: 'schools', line: 7, contentHash: 'of schools', raw: { Ref: '9' } },
        faults: [fault(7, 'BROKEN'), fault(7, 'ODD')],
      },
    ],
  });
}

interface Listed {
  readonly totalCount: number;
  readonly edges: { node: Record<string, unknown> }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string };
}

/** Reads a page of a list, whose answer has no errors. */
export const listing =
  ({ ask }: ServedIntake) =>
  async (field: string, args: string, node: string, as: Parameters<typeof ask>[1] = {}): Promise<Listed> => {
    const answer = await ask(
      `{ ${field}(${args}) { totalCount edges { node { ${node} } } pageInfo { hasNextPage endCursor } } }`,
      as,
    );
    expect(answer.errors).toBeUndefined();
    return (answer.data as Record<string, Listed>)[field] as Listed;
  };
