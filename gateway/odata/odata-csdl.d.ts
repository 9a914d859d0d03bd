declare module 'odata-csdl' {
  /** Reads CSDL in XML, and gives the same as CSDL in JSON. */
  export function xml2json(xml: string): Readonly<Record<string, unknown>>;
}
