/** The media type of records on their way from a part to the gateway. */
export const RECORDS_TYPE = 'application/octet-stream';

/** The header in which the answer stands while the records are the body, as a component of an address (it may hold any letter). */
export const RESULT_HEADER = 'x-result';
