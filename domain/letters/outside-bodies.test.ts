import { toDay } from '../calendar/day';
import { NEXT_ROUTES } from '../procedure/events';
import { bodyInLines, bodyOn, OUTSIDE_BODIES } from './outside-bodies';

it.each(NEXT_ROUTES)('%s can be reached by all ways, with its limit and the paragraph of it', (route) => {
  const body = bodyOn(route, toDay('2026-05-13'));
  if (body === null) throw new Error('Nothing is held of it.');
  for (const text of [
    body.name,
    body.telephone,
    body.web,
    body.limit,
    body.source.law,
    body.source.paragraph,
  ])
    expect(text.trim()).not.toBe('');
  expect(bodyInLines(body)).toContain(body.address.join(', '));
});

it('is told of as it is on a day, and not before anything is held of it', () => {
  const [first] = OUTSIDE_BODIES;
  if (first === undefined) throw new Error('There is no body.');
  const moved = [first, { ...first, inForceFrom: toDay('2027-01-01'), telephone: '0300 000 0000' }];
  const on = (day: string) => bodyOn(first.route, toDay(day), moved)?.telephone ?? null;
  expect([on('2016-12-31'), on('2026-12-31'), on('2027-01-01')]).toEqual([
    null,
    first.telephone,
    '0300 000 0000',
  ]);
});
