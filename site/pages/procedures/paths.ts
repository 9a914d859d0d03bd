export const PROCEDURES_PATH = '/procedures';

/** The page of a stream's procedure. */
export const procedureHref = (stream: string): string => `${PROCEDURES_PATH}/${stream.toLowerCase()}`;
