import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { openAlone } from './open-alone';
import {
  ADMIN,
  ask,
  conflict,
  ID,
  officer,
  openDatabase,
  people,
  restrict,
  useTwoComplaints,
} from './testing';

useTwoComplaints(corporate);

/** No gateway stands before the part here, and behind it nothing in the database keeps the case closed. */
describe('a restricted case, as its part alone keeps it', () => {
  beforeEach(openDatabase);
  const found = async (as = officer('cora')) =>
    (await ask('{ s: corporateAccountSearch(words: "late") { edges { node { complaint { id } } } } }', as)).s
      .edges.length;

  it('is open to nobody but those named', async () => {
    await restrict();
    expect((await people(officer('cora'))).people).toEqual([]);
    expect((await people(officer('olu'))).people).toEqual(['Made100']);
    expect([await found(), await found(officer('olu'))]).toEqual([1, 2]);
  });

  it('is closed to whom a conflict stands in the way of', async () => {
    await conflict('cora');
    expect((await people(officer('cora'))).people).toEqual([]);
    expect(await found()).toBe(1);
    await restrict('named: ["cora"]', ADMIN);
    expect((await people(officer('cora'))).people).toEqual([]);
  });

  it('leads to no record as it came', async () => {
    await restrict();
    const lineage = async (as = officer('cora')) => {
      const { _entities: told } = await ask(
        `{ _entities(representations: [{ __typename: "CorporateComplaint", id: "${ID}" }]) { ... on CorporateComplaint {
          stages { lineage { source record } } } } }`,
        as,
      );
      return told[0].stages[0].lineage;
    };
    expect([await lineage(), await lineage(ADMIN)]).toEqual([null, null]);
    expect(await lineage(officer('olu'))).toEqual({ source: 'corporate-crm', record: '100' });
  });
});

describe('rows that tell of people', () => {
  it('are those of open complaints alone', () => {
    const rows = [{ complaint_id: 'a' }, { complaint_id: 'b' }];
    expect(openAlone(rows, new Set(['a', 'c']))).toEqual([{ complaint_id: 'b' }]);
  });
});
