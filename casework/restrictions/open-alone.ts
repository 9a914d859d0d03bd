/**
 * Of rows that tell of people those alone whose complaints are open to the caller. The part's own check, beside the policies of
 * the database and the gateway's: each holds without the others.
 */
export const openAlone = <Row extends { readonly complaint_id: string }>(
  rows: readonly Row[],
  closed: ReadonlySet<string>,
): Row[] => rows.filter((row) => !closed.has(row.complaint_id));
