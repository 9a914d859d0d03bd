import fc from 'fast-check';
import { addDays, isDay, toDay } from '../../domain/calendar/day';
import { demonstrationPeople } from '../people';
import { recentCorporate } from './corporate';
import { complainant, stepsOf } from './example';
import { exampleWork } from './example-work';
import { childrensWork } from './social-care';

const FIRST = toDay('2026-05-01');

/** The days on which things were done, one after another: days that are agreed for later are named otherwise. */
const daysDone = (given: Readonly<Record<string, unknown>>): string[] =>
  ['receivedOn', 'on'].flatMap((name) => {
    const day = given[name];
    return typeof day === 'string' && isDay(day) ? [day] : [];
  });

describe('the work of a made-up team', () => {
  it('is done one thing after another, and nothing after today', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000 }), (later) => {
        const today = addDays(FIRST, later);
        for (const { input, steps, enquiry } of exampleWork(today)) {
          const asked =
            enquiry === undefined ? [] : [enquiry.input, ...enquiry.steps.map(({ given }) => given)];
          const days = [input, ...steps.map(({ given }) => given), ...asked].flatMap(daysDone);
          expect(days.length).toBeGreaterThan(0);
          expect(days).toEqual([...days].sort());
          expect(days.filter((day) => day > today)).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is done by people that there are, in every stream', () => {
    const work = exampleWork(FIRST);
    const people = new Set(demonstrationPeople.map(({ subject }) => subject));
    expect(work.flatMap(({ steps }) => steps).filter(({ by }) => !people.has(by))).toEqual([]);
    expect(new Set(work.map(({ stream }) => stream)).size).toBe(4);
  });

  it('counts its days back from a working day, and names each command by its stream', () => {
    const asked: number[] = [];
    const back = (workingDays: number) => {
      asked.push(workingDays);
      return FIRST;
    };
    expect([...recentCorporate(back), ...childrensWork(back)].map(({ stream }) => stream)).toContain(
      'Childrens',
    );
    // Something is agreed for days to come.
    expect(Math.min(...asked)).toBeLessThan(0);
    expect(stepsOf('Schools').accept('joe').mutation).toBe('acceptSchoolsComplaint');
    expect(complainant('Robin', 'Madeup').email).toBe('robin@example.org');
  });

  it('tells of people with names that nobody else there has', () => {
    const names = exampleWork(FIRST).map(({ input }) => JSON.stringify(input.parties));
    expect(new Set(names).size).toBe(names.length);
  });
});
