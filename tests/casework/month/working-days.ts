/** Days as the ledger counts them, in another way than the product does: one by one. */
export class WorkingDays {
  private readonly closed = new Set<string>();

  close(day: string): void {
    this.closed.add(day);
  }

  isOpen(day: string): boolean {
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !this.closed.has(day);
  }

  /** The working day so many after a day, which is day 0. */
  after(day: string, count: number): string {
    let [at, left] = [day, count];
    while (left > 0) {
      at = nextDay(at);
      if (this.isOpen(at)) left -= 1;
    }
    return at;
  }
}

export function nextDay(day: string): string {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
}

/** The weekdays from one day to another, both in. */
export function weekdays(from: string, to: string): string[] {
  const found: string[] = [];
  const calendar = new WorkingDays();
  for (let day = from; day <= to; day = nextDay(day)) if (calendar.isOpen(day)) found.push(day);
  return found;
}
