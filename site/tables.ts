import { boolean, instant, key, nullable, text } from '../platform/tables/columns';
import { defineTable, type RowIn } from '../platform/tables/define-table';

/** Who is signed in. Nothing in it can be read without the secret that seals it, nor can a session be taken over from it. */
export const session = defineTable({
  schema: 'site',
  name: 'session',
  columns: {
    /** A hash of what the person's browser shows. */
    id_hash: key(text()),
    /** A hash of the sign-in service's own session, so that it can end this one; null where it named none. */
    provider_session_hash: nullable(text()),
    /** Sealed: tokens, and who it is. */
    sealed: text(),
    /** When it was last used, to the minute. */
    used_at: instant(),
    /** When it ends, however often it is used. */
    ends_at: instant(),
  },
  indices: [{ name: 'session_of_provider', columns: ['provider_session_hash'] }],
});
export type SessionRow = RowIn<typeof session>;

/** A page with its filters, kept under a name. */
export const savedView = defineTable({
  schema: 'site',
  name: 'saved_view',
  columns: {
    id: key(text()),
    /** Whose it is, by the subject of their sign-in. */
    owner: text(),
    title: text(),
    /** The page's path and its filters. */
    address: text(),
    saved_at: instant(),
  },
  indices: [{ name: 'saved_view_of_owner', columns: ['owner', 'title'] }],
});
export type SavedViewRow = RowIn<typeof savedView>;

/** What somebody had typed when their session had ended. Nothing in it can be read without the secret that seals it. */
export const keptForm = defineTable({
  schema: 'site',
  name: 'kept_form',
  columns: {
    /** A hash of what the person's address shows. */
    id_hash: key(text()),
    /** A hash of the subject of whose it is. */
    owner_hash: text(),
    /** Sealed: where it was sent to, and what it said. */
    sealed: text(),
    kept_at: instant(),
  },
  indices: [{ name: 'kept_form_of_owner', columns: ['owner_hash', 'kept_at'] }],
});
export type KeptFormRow = RowIn<typeof keptForm>;

/** A complaint that somebody began to record. Nothing in it can be read without the secret that seals it. */
export const draft = defineTable({
  schema: 'site',
  name: 'draft',
  columns: {
    /** A hash of what the person's address shows. */
    id_hash: key(text()),
    /** A hash of the subject of whose it is. */
    owner_hash: text(),
    /** Sealed: what was typed, step by step. */
    sealed: text(),
    /** Whether it became a complaint: then it says which, and nothing else. */
    is_recorded: boolean(),
    begun_at: instant(),
    /** When it goes. */
    ends_at: instant(),
  },
  indices: [{ name: 'draft_of_owner', columns: ['owner_hash', 'ends_at'] }],
});
export type DraftRow = RowIn<typeof draft>;
