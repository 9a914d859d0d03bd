import { toDay } from '../../domain/calendar/day';
import { daysSaid } from './days-said';

const facts = { today: toDay('2022-01-31') };
const source = { receivedColumns: /^Received( again)?$/ };

describe('the days of a row that cannot be counted', () => {
  it('are those on which it says that it was received', () => {
    const cells = { Received: '04/05/2021 09:30', 'Received again': '2021-06-01', Answered: '05/05/2021' };
    expect(daysSaid({ cells }, source, facts)).toEqual(['2021-05-04', '2021-06-01']);
  });

  it.each(['', 'soon', '31/02/2021', '01/02/2022', '01/01/1970'])(
    'are none where it says %j, which nobody can mean',
    (Received) => {
      expect(daysSaid({ cells: { Received } }, source, facts)).toEqual([]);
    },
  );

  it('are none where its cells may be out of place, and of a system that has no such column', () => {
    const cells = { Received: '04/05/2021' };
    const ragged = { kind: 'short', found: 1, expected: 2, beyond: [] } as const;
    expect(daysSaid({ cells, ragged }, source, facts)).toEqual([]);
    expect(daysSaid({ cells }, {}, facts)).toEqual([]);
  });
});
