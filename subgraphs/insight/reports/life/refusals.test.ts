import {
  checksOpen,
  commentaryChanged,
  hasMoved,
  isDraft,
  isFrozen,
  notFound,
  periodNotOver,
} from './refusals';
import { cell } from './testing';

const row = {
  ...{
    id: 'progress.2021-22.Q2',
    report_id: 'progress.2021-22.Q2',
    definition: 'progress',
    title: 'Progress',
  },
  ...{ financial_year: '2021-22', up_to: 'Q2' as const, from_day: '2021-04-01', to_day: '2021-09-30' },
  ...{ version: 2, definition_version: 1, reason: null, opened_by: 'ana', opened_at: new Date(0) },
  ...{ looked_by: 'ana', looked_at: new Date(0), frozen_by: 'olu', frozen_at: new Date(0) },
  ...{ frozen_despite: null, seen: 's' },
};
const said = {
  ...{ report_id: row.id, section: 'demand', version: 3, report_version: 2, heading: 'Demand' },
  ...{ text: 'It rose.', written_by: 'ana', written_at: new Date(0) },
};

describe('a refusal', () => {
  it.each([
    [notFound('none'), 'There is no report “none”'],
    [isFrozen(row), 'Version 2 was frozen by olu'],
    [isDraft(row), 'Version 2 is a draft that ana began'],
    [commentaryChanged(said), 'ana wrote here meanwhile'],
    [commentaryChanged(null), 'write over version 0'],
    [hasMoved(row, { cells: [cell('a', 1)], sections: [] }), '1 cells and what was said in 0 sections'],
    [periodNotOver(row), 'up to 2021-09-30'],
    [checksOpen([]), '0 checks are open'],
  ])('says what is in the way: %#', ({ __typename, code, message }, words) => {
    expect(message).toContain(words);
    expect(code).toBe(__typename.replace(/\B[A-Z]/g, '_$&').toUpperCase());
  });

  it('carries what stands', () => {
    expect(isFrozen(row).report).toMatchObject({ __typename: 'Report', version: 2, isPublic: false });
    expect(commentaryChanged(said).commentary).toBe(said);
    expect(hasMoved(row, { cells: [cell('a', 1)], sections: ['demand'] })).toMatchObject({
      ...{ sections: ['demand'], cells: [{ id: 'a' }] },
    });
  });
});
