import { o } from 'odata';
import { ODataQuery } from 'ts-odata-client';

/** A row of a set, known by its id. */
export interface Entity {
  readonly id: string;
  readonly changedAt?: string;
  readonly removedAt?: string;
}

/** Somebody else's client of OData: all rows of a set that changed, or were removed, in a range of moments. */
export interface Client {
  readonly name: string;
  readAll(set: string, range?: Range): Promise<Entity[]>;
}

interface Range {
  readonly property: 'changedAt' | 'removedAt';
  readonly from: string;
  readonly to: string;
}

interface Page {
  readonly value: Entity[];
  readonly '@odata.nextLink'?: string;
}

/** Both read pages of this size, so that there are several. */
const PREFER = 'odata.maxpagesize=150';

/** `odata` (o.js): what is asked is written as text, and the links are followed by hand. */
export const oJs = (root: string, authorization: string): Client => ({
  name: 'odata',
  async readAll(set, range) {
    const headers = { authorization, prefer: PREFER };
    const $filter = range && `${range.property} ge ${range.from} and ${range.property} lt ${range.to}`;
    const rows: Entity[] = [];
    let next: string | undefined = `${root}/${set}`;
    for (let query = $filter ? { $filter } : undefined; next !== undefined; query = undefined) {
      const response: unknown = await o(next, { headers }).get().fetch(query);
      const page: Page = await (response as Response).json();
      rows.push(...page.value);
      next = page['@odata.nextLink'];
    }
    return rows;
  },
});

/** `ts-odata-client`: what is asked is written as code, and the client follows the links. */
export const tsODataClient = (root: string, authorization: string): Client => ({
  name: 'ts-odata-client',
  async readAll(set, range) {
    const requestInit = () => ({ headers: { authorization, prefer: PREFER } });
    const all = ODataQuery.forV4<{ id: string; changedAt: Date; removedAt: Date }>(`${root}/${set}`, {
      requestInit,
    });
    const asked =
      range === undefined
        ? all
        : all.filter((p) =>
            p[range.property]
              .$greaterThanOrEqualTo(new Date(range.from))
              .and(p[range.property].$lessThan(new Date(range.to))),
          );
    const rows: Entity[] = [];
    for await (const row of asked) rows.push(row as Entity);
    return rows;
  },
});
