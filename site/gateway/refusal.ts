/** How the gateway refuses what an audience's contract does not hold. */
const NOT_THERE = /^(?:Cannot query field|Unknown type|There is no (?:query|mutation) here)/;

/** The gateway gave no answer to a question: it refused it, or cannot be reached. */
export class GatewayRefusal extends Error {
  override readonly name = 'GatewayRefusal';

  constructor(
    /** As the contract names it, such as FORBIDDEN; TIMEOUT and UNREACHABLE where nothing came back. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  /** The site's questions are made from the whole schema: what a visitor's is without is closed to them. */
  get isForbidden(): boolean {
    return this.code === 'FORBIDDEN' || NOT_THERE.test(this.message);
  }
}

/** What is told where nobody answers, or nobody who can. */
export const unreachable = () => new GatewayRefusal('UNREACHABLE', 'The gateway cannot be reached');

/** Why no answer came to something that `signal` ends when its time is over. */
export const noAnswer = ({ aborted }: AbortSignal) =>
  aborted ? new GatewayRefusal('TIMEOUT', 'The gateway took too long') : unreachable();
