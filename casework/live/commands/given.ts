import { type Day, FIRST_DAY, isDay } from '../../../domain/calendar/day';
import type { Words } from '../live-stage';
import type { NewParty } from '../parties';
import { type CommandUnusable, commandUnusable } from '../refusals';

const MOST_CHARACTERS = 10_000;
const MOST_NAME = 200;
const MOST_ITEMS = 50;
/** What sign-ins give as subjects, and others as ids of people from outside. */
const PERSON = /^[\w.-]{1,128}$/;
const SERVICE = /^[\w-]{1,100}$/;
/** JSON says it, and no text of the database holds it. */
const HALF_A_CHARACTER = /\p{Surrogate}/u;

/** What somebody gave with a command, read part by part: the first part that cannot be meant is kept, and the words are collected. */
export class Given {
  private problem: CommandUnusable | null = null;
  private readonly written: Words[] = [];
  private readonly named: NewParty[] = [];

  /** The first part that cannot be meant; null where all can. */
  get unusable(): CommandUnusable | null {
    return this.problem;
  }
  get words(): readonly Words[] {
    return this.written;
  }
  get parties(): readonly NewParty[] {
    return this.named;
  }

  refuse(part: string, message: string): void {
    this.problem ??= commandUnusable(part, message);
  }

  /** A day of the calendar, which the schema's scalar lets through as anything at all. */
  day(part: string, value: unknown): Day {
    if (typeof value === 'string' && isDay(value)) return value;
    this.refuse(
      part,
      `\`${part}\` is no day of the calendar: write it as YYYY-MM-DD, for example 2026-04-01.`,
    );
    return FIRST_DAY;
  }

  /** Text as it can be kept, without spaces around it: of half a character, nothing can be. */
  private text(part: string, text: string | null | undefined): string {
    const words = (text ?? '').trim();
    if (HALF_A_CHARACTER.test(words))
      this.refuse(part, 'It holds half a character (a lone surrogate). Write it anew.');
    return words;
  }

  /** Keeps words under a part of the entry, and says whether there are any. */
  write(part: string, as: string, text: string | null | undefined): boolean {
    const words = this.text(part, text);
    if (words.length > MOST_CHARACTERS)
      this.refuse(part, `Write ${MOST_CHARACTERS.toLocaleString('en-GB')} characters at most.`);
    if (words === '') return false;
    this.written.push({ part: as, words });
    return true;
  }

  /** The same, where the words are what the command is about. */
  mustWrite(part: string, as: string, text: string): void {
    if (!this.write(part, as, text)) this.refuse(part, 'Write something: this is what is kept.');
  }

  /** A short text, such as a theme; null where there is none. */
  name(part: string, value: string | null | undefined): string | null {
    const text = this.text(part, value);
    if (text.length > MOST_NAME) this.refuse(part, `Write ${MOST_NAME} characters at most.`);
    return text === '' ? null : text;
  }

  /** Somebody by their subject or id. */
  person(part: string, value: string): string {
    const id = value.trim();
    if (!PERSON.test(id))
      this.refuse(
        part,
        'Name somebody by the subject of their sign-in, or an id: letters, digits, full stops, hyphens.',
      );
    return id;
  }

  service(part: string, value: string | null | undefined): string | null {
    const id = (value ?? '').trim();
    if (id !== '' && !SERVICE.test(id)) this.refuse(part, 'Name a service by its id.');
    return id === '' ? null : id;
  }

  /** A list that is not longer than anybody needs. */
  list<Item>(part: string, value: readonly Item[] | null | undefined): readonly Item[] {
    const items = value ?? [];
    if (items.length > MOST_ITEMS) this.refuse(part, `Give ${MOST_ITEMS} at most.`);
    return items.slice(0, MOST_ITEMS);
  }

  /** Keeps somebody with the complaint. */
  bring(party: NewParty): void {
    this.named.push(party);
  }
}
