import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { createStream } from './create-stream';

describe('a stream', () => {
  const { stream } = corporate;

  it('is its name, its tables and its migrations', () => {
    const { name, tables, migrations } = createStream(stream);
    expect(name).toBe('corporate');
    expect(tables.map((table) => table.options.tableName)).toContain('stage_ward');
    expect(migrations.slice(0, stream.migrations.length)).toEqual(stream.migrations);
  });

  it('is refused with a first migration that would run after those of the kit', () => {
    const late = class CreateCaseTables1795916111000 {
      up = () => Promise.resolve();
      down = () => Promise.resolve();
    };
    expect(() => createStream({ ...stream, migrations: [late] })).toThrow(
      'The first migration of corporate, CreateCaseTables1795916111000, comes after those of the kit',
    );
  });

  it('is refused with a procedure that does not hold together', () => {
    const rules = stream.procedure.rules.filter(({ stage }) => stage !== 1);
    expect(() => createStream({ ...stream, procedure: { ...stream.procedure, rules } })).toThrow(
      'A procedure cannot be used. corporate: stage 1 is missing',
    );
  });

  it('is refused with a live procedure that does not hold together', () => {
    const stages = stream.liveProcedure.stages.filter(({ stage }) => stage !== 1);
    const broken = { ...stream, liveProcedure: { ...stream.liveProcedure, stages } };
    expect(() => createStream(broken)).toThrow('A procedure cannot be used. corporate: stage 1 is missing');
  });
});
