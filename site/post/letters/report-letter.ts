import type { ReportNews } from '../report-news';
import type { Letter } from './letter';

const SAYS = {
  FROZEN: {
    subject: 'Frozen',
    paragraph: (version: number) => `Version ${version} was frozen. It does not change any more.`,
  },
  WAITS: {
    subject: 'Waits to be frozen',
    paragraph: (version: number) => `The period has ended, and version ${version} is still a draft.`,
  },
} as const;

/** A piece of news of a report: what it is called, what happened, and where it is. It tells no figure of it, and nobody’s name. */
export function reportLetter({ kind, title, version }: ReportNews, href: string): Letter {
  const { subject, paragraph } = SAYS[kind];
  return {
    subject: `${subject}: ${title}`,
    paragraphs: [title, paragraph(version)],
    table: null,
    notes: [],
    links: [{ text: 'Open the report on the complaints site', href }],
  };
}
