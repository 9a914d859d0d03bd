/** The name under which the projection's place in each outbox is kept. */
export const FOLLOWER = 'facts';
