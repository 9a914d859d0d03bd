import path from 'node:path';

/** Where tools find this installation, and what it is called. */
export interface ToolPlaces {
  /** The gateway's origin, as tools reach it. */
  readonly gateway: string;
  /** The database server with the views of `bi`, as tools reach it. */
  readonly database: { readonly host: string; readonly port: string; readonly name: string };
  readonly council: string;
}

/** What templates have in place of it: the demonstration's gateway and council, and a database that nobody has. */
const PLACEHOLDERS =
  /http:\/\/localhost:4000|database\.example:5432|database\.example|(?<=port=")5432|complaints_database|Stockport Council/g;

/** A starter file or its page with this installation's places in it, each written as files of that kind take it. */
export function filledIn(text: string, file: string, places: ToolPlaces): string {
  const { gateway, database, council } = places;
  const values: Readonly<Record<string, string>> = {
    'http://localhost:4000': gateway,
    'database.example:5432': `${database.host}:${database.port}`,
    'database.example': database.host,
    '5432': database.port,
    complaints_database: database.name,
    'Stockport Council': council,
  };
  const escaped = ESCAPES[path.extname(file)] ?? ((value: string) => value);
  return text.replace(PLACEHOLDERS, (placeholder) => escaped(values[placeholder] ?? placeholder));
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

/** Inside the quotes that the templates have around each of them. */
const inJson = (value: string): string => JSON.stringify(value).slice(1, -1);
const inXml = (value: string): string => value.replace(/[&<"]/g, (letter) => MARKUP[letter] ?? letter);

const ESCAPES: Readonly<Record<string, (value: string) => string>> = {
  ...{ '.json': inJson, '.pbids': inJson, '.yaml': inJson, '.tds': inXml, '.odc': inXml },
};
