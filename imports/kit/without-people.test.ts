import path from 'node:path';
import { stagesRecord } from '../../contracts/records/stage';
import { toDay } from '../../domain/calendar/day';
import { rawCells } from '../corrections';
import type { RawRow } from '../record';
import type { Facts, Hashed, Source } from '../source';
import { SOURCE_NAMES, sources } from '../sources';
import { namesOf } from './names';
import { recordWithoutPeople, rowWithoutPeople } from './without-people';

const FACTS: Facts = {
  today: toDay('2024-06-01'),
  names: namesOf({ services: [], directorates: [], channels: [] }),
  streams: ['adults', 'childrens', 'corporate', 'schools'],
};
const EXTRACTS: Readonly<Partial<Record<string, string>>> = {
  'corporate-crm': 'corporate-crm.csv',
  adults: 'adults-social-care.csv',
  childrens: 'childrens-cloud.jsonl',
};
const MOST = 1_000;

async function rowsOf(source: Source<Hashed>, extract: string): Promise<RawRow[]> {
  const file = path.join(__dirname, '../../demo/extracts', extract);
  const rows: RawRow[] = [];
  for await (const batch of source.read({ file, maximumBytes: 1e8 })) {
    rows.push(...batch);
    if (rows.length > MOST) break;
  }
  return rows;
}

/** What a stream would keep of a row as facts, and what of it as people. */
function keptOf(source: Source<Hashed>, row: RawRow) {
  const mapped = source.map(row, FACTS);
  if (mapped.kind !== 'taken') return { identity: null, facts: [], people: [] };
  const { stages } = stagesRecord.parse(source.place(mapped.record).kept);
  const facts = stages.map(({ account: _, own: __, contentHash: ___, ...rest }) => rest);
  return { identity: mapped.identity, facts, people: stages.map(({ account, own }) => ({ account, own })) };
}

describe('a row without people', () => {
  const withStages = SOURCE_NAMES.filter((name) => EXTRACTS[name] !== undefined);

  it.each(withStages)('of %s is the same record, with every fact and with nobody', async (name) => {
    const source: Source<Hashed> = sources[name];
    const rows = await rowsOf(source, EXTRACTS[name] ?? '');
    let taken = 0;
    for (const row of rows) {
      const before = keptOf(source, row);
      if (before.identity === null) continue;
      taken += 1;
      const cells = rawCells(recordWithoutPeople(row.cells, source));
      const after = keptOf(source, { line: row.line, cells });
      expect({ identity: after.identity, facts: after.facts }).toEqual({
        ...{ identity: before.identity, facts: before.facts },
      });
      const said = JSON.stringify(after.people);
      for (const column of Object.keys(row.cells)) {
        const written = row.cells[column]?.trim() ?? '';
        const isPersonal = source.personalColumns.has(column.replace(/\[\d+\]/g, '[]'));
        if (isPersonal && written.length > 5) expect(said).not.toContain(written);
      }
      expect(recordWithoutPeople(cells, source)).toEqual(cells);
    }
    expect(taken).toBeGreaterThan(50);
  });

  it('has no cells past the last column, and of one that is no record only what says which it would be', () => {
    const source: Source<Hashed> = sources['corporate-crm'];
    const raw = {
      'Case Ref': '100',
      Stage: 'Mrs Madeup',
      Summary: 'x',
      '(beyond the last column)': ['Mrs Madeup'],
    };
    expect(recordWithoutPeople(raw, source)).toEqual({ 'Case Ref': '100', Stage: 'Mrs Madeup', Summary: '' });
    expect(rowWithoutPeople(raw, source)).toEqual({ 'Case Ref': '100' });
  });
});
