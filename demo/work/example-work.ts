import { englandAndWales } from '../../domain/calendar/bank-holidays';
import { addDays, type Day } from '../../domain/calendar/day';
import { isWorkingDay } from '../../domain/calendar/working-days';
import { answeredCorporate, askedByOmbudsman, recentCorporate } from './corporate';
import type { DayBack, ExampleComplaint } from './example';
import { schoolsWork } from './schools';
import { adultsWork, childrensWork } from './social-care';

/**
 * The work of a made-up team as it stands on `today`: complaints of every stream, each with what was done about it by whom. Days are
 * working days before today, so that something is late, something due, and something answered whenever it is played.
 */
export function exampleWork(today: Day): readonly ExampleComplaint[] {
  const back = daysBackFrom(today);
  return [
    recentCorporate,
    answeredCorporate,
    askedByOmbudsman,
    adultsWork,
    childrensWork,
    schoolsWork,
  ].flatMap((complaints) => complaints(back));
}

/** Counts working days of England and Wales; none of them is today, where today is not one: then the last one before it. */
const daysBackFrom =
  (today: Day): DayBack =>
  (workingDays) => {
    const step = workingDays < 0 ? 1 : -1;
    let day = isWorked(today) ? today : workingDayFrom(today, -1);
    for (let left = Math.abs(workingDays); left > 0; left -= 1) day = workingDayFrom(day, step);
    return day;
  };

function workingDayFrom(day: Day, step: number): Day {
  const next = addDays(day, step);
  return isWorked(next) ? next : workingDayFrom(next, step);
}

/** Past the years that the calendar knows each day is taken for one. */
const isWorked = (day: Day): boolean => isWorkingDay({ calendar: englandAndWales, day }) !== false;
