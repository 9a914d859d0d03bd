import { z } from 'zod';
import { freePort } from '../../../platform/postgres/embedded/launch';
import { type Command, startCommand } from '../../crash/command';
import { cutPower, killOneOfServer } from '../../crash/power-cut';

/** What is killed: a process of the database's server, the product, or everything at once. */
export const KILLS = ['server process', 'product', 'everything'] as const;
export type Kill = (typeof KILLS)[number];

const STARTS = 5;

const answered = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

/** The product as a process of its own, that is killed and started again at the same address. */
export class Running {
  private command: Command | null = null;
  private runs = false;

  private constructor(
    private readonly directory: string,
    private readonly port: number,
  ) {}

  static async start(directory: string): Promise<Running> {
    const running = new Running(directory, await freePort());
    await running.begin();
    return running;
  }

  /** Asks once. Null where no whole answer came: what became of it is not known. */
  async ask(token: string, query: string, variables: object): Promise<Record<string, unknown> | null> {
    try {
      const response = await fetch(`http://localhost:${this.port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = answered.parse(await response.json());
      return errors === undefined ? (data ?? null) : null;
    } catch {
      return null;
    }
  }

  /** Whether it answers, as far as somebody can know who looks at the page. */
  isUp(): boolean {
    return this.runs;
  }

  /** Kills, and resolves with how many processes that were, once what was started here runs again. */
  async kill(what: Kill): Promise<number> {
    if (what === 'server process') return killOneOfServer(this.directory);
    const { command } = this;
    if (command === null) throw new Error('The product does not run.');
    this.runs = false;
    let killed = 1;
    if (what === 'everything') killed += await cutPower(this.directory, [command]);
    else process.kill(command.pid, 'SIGKILL');
    await command.ended;
    await this.begin();
    return killed;
  }

  /** Ends as people end it. Throws what it said where that goes wrong. */
  async stop(): Promise<void> {
    const { command } = this;
    if (command === null) return;
    if (!command.hasEnded()) process.kill(command.pid, 'SIGTERM');
    const { code, stderr } = await command.ended;
    if (code !== 0) throw new Error(`The product did not end cleanly: ${stderr}`);
  }

  /** As whoever looks after a service does: a start that fails, for a machine that is too busy, is made again. */
  private async begin(): Promise<void> {
    const settings = { GATEWAY_PORT: String(this.port) };
    for (let left = STARTS - 1; ; left -= 1) {
      this.command = startCommand('start', { directory: this.directory, settings });
      try {
        await this.command.says('Ctrl-C stops it');
        this.runs = true;
        return;
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  }
}
