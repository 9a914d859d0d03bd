import type { KindName } from '../kinds';

type ContentCode =
  | 'TYPE_NOT_TAKEN'
  | 'PROGRAM'
  | 'MACROS'
  | 'ENCRYPTED'
  | 'UNPACKS_TOO_LARGE'
  | 'ACTIVE_CONTENT'
  | 'DAMAGED';

/** Why a file is not taken, for what is in it. */
export interface ContentProblem {
  readonly code: ContentCode;
  /** What is in the way, and what to do. */
  readonly message: string;
}

/** What a file is found to be. */
export type Looked = { readonly kind: KindName } | { readonly problem: ContentProblem };

export const found = (kind: KindName): Looked => ({ kind });

export const problem = (code: ContentProblem['code'], message: string): Looked => ({
  problem: { code, message },
});

/** A file as it is looked at: some bytes of it at a time. */
export interface FileBytes {
  readonly size: number;
  /** As many bytes as there are from there, `length` at most. */
  read(from: number, length: number): Promise<Buffer>;
}
