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

  get isForbidden(): boolean {
    return this.code === 'FORBIDDEN';
  }
}
