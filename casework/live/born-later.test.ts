import { toDay } from '../../domain/calendar/day';
import { bornLater } from './born-later';
import { party } from './testing';

const today = toDay('2026-05-12');
const born = (...days: readonly (string | null)[]) =>
  bornLater(
    days.map((born_on) => party({ born_on })),
    today,
  );

describe('a day of birth', () => {
  it('is today at the latest, or not known', () => {
    expect([born(), born(null, '2026-05-12'), born('1941-02-03')]).toEqual([null, null, null]);
  });

  it('is refused where it has not come, of whichever of them', () => {
    expect(born('1941-02-03', '2026-05-13')).toMatchObject({ code: 'COMMAND_UNUSABLE', part: 'parties' });
  });
});
