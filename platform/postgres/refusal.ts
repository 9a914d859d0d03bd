/**
 * Thrown when there is no database to work with. The message is one or two sentences for the person at the terminal:
 * what is wrong, where, and what to do. It may hold paths and addresses, so it is never sent to a client.
 */
export class DatabaseRefusal extends Error {
  override readonly name = 'DatabaseRefusal';
}
