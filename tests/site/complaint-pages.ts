import { linkOf, type NoPage, ROW, type Visit } from './page-visit';

const FILE: NoPage = { shows: 'a file to take away' };
const IN_LETTERS: NoPage = { shows: 'a page that letters.e2e.test.ts looks at' };
const IN_DOCUMENTS: NoPage = { shows: 'a page that documents.e2e.test.ts looks at' };
const IN_CASEWORK: NoPage = { shows: 'a page that complaint-work.e2e.test.ts looks at' };
const LEADS_ON: NoPage = { shows: 'another page, to which it leads' };

const follow = (as: string, at: string, selector: string): Visit => ({ as, at, go: linkOf(selector) });

/** The pages of complaints and of ombudsmen's cases: part of the matrix of all pages. */
export const COMPLAINT_PAGES: Readonly<Record<string, readonly Visit[] | NoPage>> = {
  'GET /complaints': [
    { as: 'ana', at: '/complaints' },
    { as: 'ana', at: '/complaints?measure=OVERDUE' },
    { as: 'ana', at: '/complaints?streams=NOBODY' },
    { as: 'ana', at: '/complaints?receivedFrom=2001-01-01&receivedTo=2001-01-02' },
    { as: 'ana', at: '/complaints', without: /query ComplaintLines\b/ },
    { as: 'mark', at: '/complaints?measure=OVERDUE' },
    { as: 'sid', at: '/complaints' },
    { as: 'aud', at: '/complaints', status: 403 },
  ],
  'GET /complaints.csv': FILE,
  'GET /complaints.xlsx': FILE,
  'GET /complaints.parquet': FILE,
  'GET /complaints/:id': [
    follow('ana', '/complaints', ROW),
    follow('olu', '/complaints?streams=ADULTS', ROW),
    { ...follow('ana', '/complaints?streams=CORPORATE', ROW), without: /query Complaint(Cases|Lineage)\b/ },
    { as: 'ana', at: '/complaints/corporate-none', status: 404 },
  ],
  'GET /complaints/:id/what-if': [
    {
      ...{ as: 'ana', at: '/complaints?streams=CORPORATE' },
      go: async (page) => {
        await linkOf(ROW)(page);
        await linkOf('main a[href$="/what-if"]')(page);
      },
    },
  ],
  'GET /ombudsman-cases/:id/do/:command': IN_CASEWORK,
  'POST /ombudsman-cases/:id/do/:command': LEADS_ON,
  'GET /complaints/:id/people': [
    {
      ...{ as: 'olu', at: '/complaints?streams=CHILDRENS' },
      go: async (page) => {
        await linkOf(ROW)(page);
        await linkOf('main a[href$="/people"]')(page);
      },
    },
  ],
  'GET /complaints/:id/letters': IN_LETTERS,
  'POST /complaints/:id/letters': IN_LETTERS,
  'GET /complaints/:id/letters/:letter': IN_LETTERS,
  'POST /complaints/:id/letters/:letter': IN_LETTERS,
  'GET /complaints/:id/documents': IN_DOCUMENTS,
  'POST /complaints/:id/documents': IN_DOCUMENTS,
  'GET /complaints/:id/documents/:document': IN_DOCUMENTS,
  'GET /complaints/:id/documents/:document/content': FILE,
  'GET /complaints/:id/documents/:document/picture': FILE,
  'GET /ombudsman-cases': [
    { as: 'ana', at: '/ombudsman-cases' },
    { as: 'sid', at: '/ombudsman-cases' },
  ],
  'GET /ombudsman-cases.csv': FILE,
  'GET /ombudsman-cases.xlsx': FILE,
  'GET /ombudsman-cases.parquet': FILE,
  'GET /ombudsman-cases/:id': [follow('ana', '/ombudsman-cases', ROW)],
  'GET /ombudsman-cases/record': [
    { as: 'olu', at: '/ombudsman-cases/record?ourReference=COR-1' },
    { as: 'mark', at: '/ombudsman-cases/record', status: 403 },
  ],
  'POST /ombudsman-cases/record': LEADS_ON,
};
