/** A complaint as parts beside its stream know it: its type and its id. The stream resolves the rest. */
export interface ComplaintStub {
  readonly __typename: string;
  readonly id: string;
}

/**
 * The stub of a complaint. Its id begins with its stream in lower case, and the stream's type is named after it:
 * `corporate-…` is a `CorporateComplaint`. A rule and no list, so that a new stream needs nothing here.
 */
export function complaintStub(id: string): ComplaintStub {
  const stream = id.slice(0, id.indexOf('-'));
  return { __typename: `${stream.charAt(0).toUpperCase()}${stream.slice(1)}Complaint`, id };
}
