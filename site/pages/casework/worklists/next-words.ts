import { dayWords } from '../../../../domain/figures/days';

/** The limit that is due next, by its name in the schema, with its day: "Answer by 4 May 2026". */
export function nextWords(limit: string | null, dueOn: string | null): string {
  if (limit === null) return 'Nothing has a day';
  const words = limit.toLowerCase().replaceAll('_', ' ');
  const name = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return dueOn === null ? name : `${name} by ${dayWords(dueOn)}`;
}
