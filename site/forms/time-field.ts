const CLOCK = /^(?<hours>\d{1,2})(?:[:.](?<minutes>\d{2}))? ?(?<half>am|pm)?$/i;
const NOON = 12;

/** A time of the day as people write it ("9:30", "9.30am", "2 pm", "14:00") as `HH:MM`; null for what is none. */
export function readTime(text: string): string | null {
  const { hours, minutes = '00', half } = CLOCK.exec(text.trim())?.groups ?? {};
  if (hours === undefined || (half === undefined && !/[:.]/.test(text))) return null;
  const hour = hourOf(Number(hours), half?.toLowerCase());
  if (hour === null || Number(minutes) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

function hourOf(given: number, half: string | undefined): number | null {
  if (half === undefined) return given <= 23 ? given : null;
  if (given < 1 || given > NOON) return null;
  return (given % NOON) + (half === 'pm' ? NOON : 0);
}
