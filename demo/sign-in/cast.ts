import type { SignedIn } from '../../platform/identity/identity';
import { demonstrationPeople } from '../people';

/** One of the made-up people, as a page introduces them. */
export interface CastMember {
  readonly person: SignedIn;
  readonly name: string;
  /** Their work, for a list of people. */
  readonly work: string;
  /** What can be tried as this person. */
  readonly opens: string;
}

const INTRODUCTIONS: Readonly<Record<string, Omit<CastMember, 'person'>>> = {
  ana: {
    name: 'Ana Whitfield',
    work: 'Performance analyst',
    opens: 'Every figure, what it means, and the complaints behind it',
  },
  dee: {
    name: 'Dee Hargreaves',
    work: 'Director',
    opens: 'The dashboard: is it better or worse, and where',
  },
  mark: {
    name: 'Mark Ellison',
    work: 'Manager of Greenspace and of refuse and recycling',
    opens: 'What is open and overdue in his services, and who complained',
  },
  hana: {
    name: 'Hana Kovacs',
    work: 'Manager of highways, parking, planning, and revenues and benefits',
    opens: 'The same for her services, and the complaints that she answers',
  },
  amir: {
    name: 'Amir Rahman',
    work: 'Manager of services for adults',
    opens: 'Complaints about care for adults that he answers',
  },
  bea: {
    name: 'Bea Lindqvist',
    work: 'Manager of services for children',
    opens: 'Complaints about services for children that she answers',
  },
  joe: {
    name: 'Joe Tarrant',
    work: 'Manager for schools',
    opens: 'Complaints about schools while their headteachers answer',
  },
  olu: {
    name: 'Olu Adeyemi',
    work: 'Complaints officer, cleared for all streams',
    opens: 'Complaints with the people behind them, each reading recorded',
  },
  cora: {
    name: 'Cora Jennings',
    work: 'Complaints officer, cleared for corporate and schools',
    opens: 'The same, and no people of social care',
  },
  sid: {
    name: 'Sid Marlow',
    work: 'Stockport Homes, a partner',
    opens: 'What concerns Stockport Homes, and nothing else',
  },
  aud: {
    name: 'Audrey Finch',
    work: 'Auditor',
    opens: 'Who read whose details, and no figure or complaint',
  },
  ada: {
    name: 'Ada Brennan',
    work: 'Administrator',
    opens: 'Figures, complaints and imports',
  },
};

/** The demonstration's people with their introductions, in the order in which a page lists them. */
export const cast: readonly CastMember[] = demonstrationPeople.map((person) => {
  const introduction = INTRODUCTIONS[person.subject];
  if (introduction === undefined) throw new Error(`Nobody introduces ${person.subject}`);
  return { person, ...introduction };
});

/** One of them by the subject of their sign-in; null where there is none. */
export const castMember = (subject: string): CastMember | null =>
  cast.find(({ person }) => person.subject === subject) ?? null;
