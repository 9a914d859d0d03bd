import path from 'node:path';
import { parse } from 'graphql';
import { caseworkCommands, ownInputType, streamCommands, streamOwnInput } from './casework-parts';

const OURS = { root: path.join(__dirname, '../..') };

describe('the commands of a stream in its schema', () => {
  it('are GraphQL, under the stream’s own names, each with its key and the version that was seen', () => {
    const text = `type Mutation {${caseworkCommands('transport', ['record', 'agreePlan', 'settle', 'handBack'])}}`;
    expect(() => parse(text)).not.toThrow();
    for (const name of [
      'recordTransportComplaint(',
      'agreeTransportPlan(',
      'settleTransportConcern(',
      'handBackTransportComplaint(',
    ])
      expect(text).toContain(name);
    expect(text.match(/ key: ID!/g)).toHaveLength(4);
    expect(text.match(/ version: Int!/g)).toHaveLength(3);
    expect(text.match(/"casework"/g)).toHaveLength(4);
  });

  it('are those that its procedure has, each once', () => {
    const corporate = streamCommands(OURS, 'corporate');
    expect(corporate).toEqual(expect.arrayContaining(['record', 'acknowledge', 'answer', 'escalate']));
    expect(new Set(corporate).size).toBe(corporate.length);
    expect(corporate).not.toContain('agreePlan');
  });

  it('are none where there is no procedure for complaints that are worked on', () => {
    expect(streamCommands(OURS, 'insight')).toEqual([]);
    expect(caseworkCommands('transport', [])).toBe('');
  });

  it('take what the stream alone records with a complaint, where there is something', () => {
    const own = streamOwnInput(OURS, 'childrens');
    expect(own.map(({ field }) => field)).toEqual(['childAgeBand', 'childLookedAfter']);
    const type = ownInputType('childrens', own, 'complaints about children');
    expect(() => parse(type)).not.toThrow();
    expect(type).toContain('childLookedAfter: Boolean');
    expect(caseworkCommands('childrens', ['record'], own)).toContain('own: ChildrensComplaintInput');
    expect(streamOwnInput(OURS, 'corporate')).toEqual([]);
    expect(ownInputType('corporate', [], 'complaints')).toBe('');
    expect(caseworkCommands('corporate', ['record'])).not.toContain('own:');
  });
});
