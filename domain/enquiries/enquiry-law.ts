import type { LawSource } from '../procedure/law';
import type { EnquiryBody } from './enquiry';

/** A source of each body's rule; null where nothing but good order asks for it. */
export type SourceOfBody = Readonly<Record<EnquiryBody, LawSource | null>>;

const act = (paragraph: string): LawSource => ({
  law: 'Local Government Act 1974',
  paragraph,
  basis: 'STATUTE',
});
const housing = (paragraph: string): LawSource => ({
  law: 'Housing Act 1996',
  paragraph: `schedule 2, ${paragraph}`,
  basis: 'STATUTE',
});
const both = (lgsco: string, ho: string) => ({ LGSCO: act(lgsco), HOUSING: housing(ho) });

/** Where each step of an ombudsman's case is written: Part III of the one act, schedule 2 to the other. */
export const ENQUIRY_LAW = {
  /** An ombudsman looks into what was complained of. */
  enquiry: both('section 26(1)', 'paragraph 7(1)'),
  /** The council comments, and gives the information that is asked for. */
  reply: both('sections 28(1) and 29(1)', 'paragraph 7(1)'),
  /** Whoever is concerned comments on what is about to be found. */
  comments: both('section 28(1)', 'paragraph 7(1)'),
  decision: both('section 30(1)', 'paragraph 7(1)'),
  /** It comes too early where the council had no chance to answer. */
  premature: {
    LGSCO: act('section 26(5)'),
    HOUSING: { law: 'Housing Ombudsman Scheme', paragraph: 'paragraph 42(a)', basis: 'CODE' },
  },
  /** What is to be done about fault. */
  remedy: both('section 31(2)', 'paragraph 7(2)'),
  /** What comes of it where it is not done. */
  compliance: both('section 31(2A)', 'paragraph 7(3)'),
  withdrawal: both('section 24A(6)', 'paragraph 7(1)'),
} as const satisfies Readonly<Record<string, SourceOfBody>>;

/** The council's own days, for whoever names none: as ombudsmen's guidance for those who answer them has them. */
export const OWN_DAYS: LawSource = {
  law: "The council's days for ombudsmen's cases",
  paragraph: 'where the ombudsman names no day',
  basis: 'POLICY',
};
