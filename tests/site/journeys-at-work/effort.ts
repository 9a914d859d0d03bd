/** What a piece of work took of somebody. */
export interface Effort {
  /** Links that were followed, and buttons that were pressed. */
  readonly clicks: number;
  /** Pages that came. */
  readonly pages: number;
  /** Fields that had to be filled in. */
  readonly fields: number;
}

const NONE: Effort = { clicks: 0, pages: 0, fields: 0 };

/** Counts what each piece of work takes; one that is done twice counts as it was at its most. */
export class Efforts {
  private readonly most = new Map<string, Effort>();
  private now: Effort = NONE;

  add(more: Partial<Effort>): void {
    const { clicks = 0, pages = 0, fields = 0 } = more;
    this.now = {
      clicks: this.now.clicks + clicks,
      pages: this.now.pages + pages,
      fields: this.now.fields + fields,
    };
  }

  /** A piece of work begins: what was clicked to look round is none of it. */
  begins(): void {
    this.now = NONE;
  }

  /** What was counted since it began was this piece of work. */
  took(work: string): void {
    const before = this.most.get(work) ?? NONE;
    if (this.now.clicks >= before.clicks) this.most.set(work, this.now);
  }

  /** What each piece of work took, a line each, what takes the most clicks first: "Answer it: 2 clicks, 2 pages, 4 fields". */
  lines(): string {
    return [...this.most]
      .sort(([, one], [, other]) => other.clicks - one.clicks || other.fields - one.fields)
      .map(([work, took]) => `${work}: ${took.clicks} clicks, ${took.pages} pages, ${took.fields} fields\n`)
      .join('');
  }

  /** What took more clicks than this. */
  above(clicks: number): string[] {
    return [...this.most].filter(([, took]) => took.clicks > clicks).map(([work]) => work);
  }
}
