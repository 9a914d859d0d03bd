import type { Day } from '../../domain/calendar/day';

/** The day so many working days before the one on which the example is played; after it, where the number is negative. */
export type DayBack = (workingDays: number) => Day;

export type ExampleStream = 'Corporate' | 'Adults' | 'Childrens' | 'Schools';

/** A command of the graph, by its mutation, and who sends it. */
export interface ExampleStep {
  readonly by: string;
  readonly mutation: string;
  readonly given: Readonly<Record<string, unknown>>;
}

/** A made-up complaint, and what the team has done about it so far. */
export interface ExampleComplaint {
  readonly stream: ExampleStream;
  readonly by: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly steps: readonly ExampleStep[];
  /** What an ombudsman asked about it: the reference, and what was done. */
  readonly enquiry?: {
    readonly input: Readonly<Record<string, unknown>>;
    readonly steps: readonly ExampleStep[];
  };
}

/** The commands that streams share, each as the team sends it to a complaint of this one. */
export const stepsOf = (stream: ExampleStream) => ({
  acknowledge: (by: string, on: Day): ExampleStep => ({
    ...{ by, mutation: `acknowledge${stream}Complaint`, given: { on } },
  }),
  assign: (by: string, to: string): ExampleStep => ({
    ...{ by, mutation: `assign${stream}Complaint`, given: { to } },
  }),
  accept: (by: string): ExampleStep => ({ by, mutation: `accept${stream}Complaint`, given: {} }),
  answer: (by: string, on: Day, outcome: string, findings: readonly object[] = []): ExampleStep => ({
    by,
    mutation: `answer${stream}Complaint`,
    given: {
      ...{ on, outcome, summary: 'We looked into it, and told them what we found.' },
      ...(findings.length > 0 && { findings }),
    },
  }),
  escalate: (by: string, receivedOn: Day): ExampleStep => ({
    ...{ by, mutation: `escalate${stream}Complaint`, given: { receivedOn } },
  }),
  does: (by: string, mutation: string, given: Readonly<Record<string, unknown>>): ExampleStep => ({
    ...{ by, mutation, given },
  }),
});

/** Somebody who is made up; each has a name of their own, so that lists can be searched. */
export const complainant = (forename: string, surname: string) => ({
  ...{ kind: 'COMPLAINANT', title: 'Mx', forename, surname },
  ...{
    address: '1 Any Street\nAnytown',
    postcode: 'AA1 1AA',
    email: `${forename.toLowerCase()}@example.org`,
  },
});
