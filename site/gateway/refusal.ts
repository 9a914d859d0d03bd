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
