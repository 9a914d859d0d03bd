/** By what a tool reads. */
export type Door = 'OData' | 'SQL' | 'files' | 'graph';

/** A tool that people already use. Its steps are a how-to page, its files a folder of `starters/`, both under its id. */
export interface Tool {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  readonly door: Door;
  /** The one file that its folder is given as, where its parts belong together. */
  readonly bundle?: string;
}

export const TOOLS: readonly Tool[] = [
  { id: 'power-bi', name: 'Power BI', says: 'Reports that refresh by themselves', door: 'OData' },
  { id: 'excel', name: 'Excel', says: 'A table in a sheet, brought up to date', door: 'OData' },
  { id: 'tableau', name: 'Tableau', says: 'Workbooks over views of the database', door: 'SQL' },
  { id: 'grafana', name: 'Grafana', says: 'A dashboard on a wall', door: 'SQL' },
  {
    ...{ id: 'superset', name: 'Superset', says: 'Charts and a dashboard, imported at once', door: 'SQL' },
    bundle: 'complaints.zip',
  },
  { id: 'metabase', name: 'Metabase', says: 'Questions in SQL, ready to save', door: 'SQL' },
  {
    id: 'python',
    name: 'Python',
    says: 'Records and figures, with pandas or without',
    door: 'files',
  },
  { id: 'r', name: 'R', says: 'Records as a data frame', door: 'files' },
  {
    ...{ id: 'apollo-client', name: 'Apollo Client', says: 'The graph in TypeScript, typed', door: 'graph' },
    bundle: 'apollo-client.zip',
  },
  { id: 'curl', name: 'curl', says: 'A file and an answer, from a shell', door: 'files' },
];

/** How-to pages of what needs no file to begin with. Their ids are the pages' own names. */
export const GUIDES: readonly Tool[] = [
  {
    ...{ id: 'download-the-records', name: 'Download the records', door: 'files' },
    says: 'CSV, Excel, Parquet or JSON, by their addresses',
  },
  {
    ...{ id: 'connect-an-assistant', name: 'AI assistant', door: 'graph' },
    says: 'Figures by the Model Context Protocol (MCP)',
  },
  {
    ...{ id: 'read-by-sql', name: 'psql and DuckDB', door: 'SQL' },
    says: 'Views by SQL, from whatever speaks it',
  },
];

/** Who may connect a tool at all: auditors have nothing that one could show. */
const CONNECTING: readonly string[] = ['analyst', 'manager', 'officer', 'admin', 'partner'];

/** Partners have their own records by OData, files and the graph, and no SQL. */
const isOffered = (role: string, door: Door): boolean => role !== 'partner' || door !== 'SQL';

/** What people of a role are offered, by tools or guides; what each of them is told, the gateway and the database decide. */
export const toolsFor = <Of extends Tool>(role: string, tools: readonly Of[]): readonly Of[] =>
  CONNECTING.includes(role) ? tools.filter(({ door }) => isOffered(role, door)) : [];
