import { freezeOne, ID, type TestReports, testReports } from './testing';

let reports: TestReports;
beforeAll(async () => {
  reports = await testReports();
  await freezeOne(reports);
});
afterAll(() => reports.stop());

const SHOWN =
  'state seen checks { kind } sections { tables { rows { cells { text } } } commentary { text writtenBy } }';
const shown = async (fields = SHOWN, isPublic = false) =>
  (await reports.data<{ report: object }>(`{ report(id: "${ID}", isPublic: ${isPublic}) { ${fields} } }`))
    .report;

describe('a frozen report', () => {
  it('stays as it was, whatever the records and its definition say by now', async () => {
    const before = await shown();
    const [section] = reports.made.sections;
    reports.made = {
      ...reports.made,
      received: 99,
      version: 9,
      sections: [{ ...section, key: 'x', heading: 'X', prompt: null }],
    };
    expect(await shown()).toEqual(before);
    expect(before).toMatchObject({
      ...{ state: 'FROZEN', checks: [{ kind: 'SMALL_NUMBERS' }] },
      sections: [
        {
          tables: [{ rows: [{ cells: [{ text: '55' }, { text: '2' }] }] }],
          commentary: { text: 'It rose.', writtenBy: 'olu' },
        },
        { tables: [], commentary: null },
      ],
    });
  });

  it('is shown to the public without small numbers', async () => {
    expect(await shown('isPublic sections { tables { rows { cells { state text } } } }', true)).toMatchObject(
      {
        isPublic: true,
        sections: [
          {
            tables: [
              {
                rows: [
                  {
                    cells: [
                      { state: 'TOLD', text: '55' },
                      { state: 'SUPPRESSED', text: 'small' },
                    ],
                  },
                ],
              },
            ],
          },
          {},
        ],
      },
    );
  });

  it('says who froze it, and of which days it speaks', async () => {
    expect(
      await shown(
        'financialYear upTo from to asAt version definitionVersion versions { frozenBy frozenDespite }',
      ),
    ).toEqual({
      ...{ financialYear: '2021-22', upTo: 'Q2', from: '2021-04-01', to: '2021-09-30', asAt: '2021-09-30' },
      ...{ version: 1, definitionVersion: 1, versions: [{ frozenBy: 'olu', frozenDespite: null }] },
    });
  });
});
