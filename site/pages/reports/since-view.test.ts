import { subjectAlone } from '../../server/person-names';
import { type Since, sinceView } from './since-view';

const record = {
  ...{ id: 'x', effect: 'GAINED', change: 'NEW', reference: '1001', stage: 2, on: '2021-09-15' },
  ...{
    changedAt: '2021-11-01T10:00:00.000Z',
    fields: [],
    complaint: { id: 'corporate-1' },
    ombudsmanCase: null,
  },
  because: [
    ...[
      {
        kind: 'CORRECTION',
        import: '7',
        source: 'crm',
        amendment: '3',
        at: '2021-11-01T10:00:00.000Z',
        by: 'ada',
      },
    ],
  ],
} as const;
const node = {
  ...{
    cell: 't/r/c',
    section: 'Demand',
    table: 'Received',
    row: 'Stage 2',
    column: 'Q2',
    countedOtherwise: 0,
  },
  ...{
    reported: { state: 'TOLD', text: '38', value: 38 },
    present: { state: 'TOLD', text: '39', value: 39 },
  },
  ...{ gained: 1, lost: 0, causes: [{ kind: 'RECORDS', text: '1 counted now that was not' }] },
  records: { pageInfo: { hasNextPage: false, endCursor: null }, edges: [{ node: record }] },
} as const;
const since = (more: object = {}): Since =>
  Object.assign(
    {
      ...{
        title: 'Progress',
        version: 1,
        frozenAt: '2021-10-15T09:00:00.000Z',
        frozenBy: 'olu',
        compared: 173,
      },
      ...{ totalCount: 1, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] },
    },
    more,
  );
const asked = {
  id: 'progress.2021-22.Q2',
  version: null,
  cell: null,
  mayOpenImports: false,
  nameOf: subjectAlone,
};

describe('the page of what changed since a report', () => {
  it('says in words that nothing did', () => {
    expect(sinceView(since({ totalCount: 0 }), asked).says).toBe(
      'Nothing changed: each of its 173 figures is what was reported, of the same records.',
    );
  });

  it('shows both figures, and each record with who did it; its import only to those who may open it', () => {
    const of = (mayOpenImports: boolean) =>
      sinceView(since({ edges: [{ node }] }), { ...asked, mayOpenImports }).differences[0];
    expect(of(false)).toMatchObject({
      ...{ heading: 'Stage 2, Q2', where: 'Demand: Received', reported: '38', present: '39', by: '1 more' },
      records: [
        {
          ...{
            name: '1001',
            href: '/complaints/corporate-1',
            stage: 'Stage 2',
            change: 'New',
            ofNoImport: null,
          },
          because: [{ says: 'Correction, as import 7 (crm), 1 November 2021, by ada', href: null }],
        },
      ],
    });
    expect(of(true)?.records[0]?.because[0]?.href).toBe('/imports/ledger/7');
  });

  it('says of a record that no import wrote where to look', () => {
    const alone = { ...node, records: { ...node.records, edges: [{ node: { ...record, because: [] } }] } };
    const [difference] = sinceView(since({ edges: [{ node: alone }] }), asked).differences;
    expect(difference?.records[0]?.ofNoImport).toMatch(/^No import: somebody recorded it in casework/);
  });
});
