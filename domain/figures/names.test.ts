import fs from 'node:fs';
import path from 'node:path';
import { Kind, parse } from 'graphql';
import {
  channelName,
  closureReasonName,
  decisionName,
  findingName,
  ombudsmanName,
  routeName,
  stageName,
  statusName,
  streamName,
} from './names';

const schema = parse(fs.readFileSync(path.join(__dirname, '../../schema/supergraph.graphql'), 'utf8'));

/** The values of an enum of the gateway. */
function valuesOf(name: string): string[] {
  return schema.definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === name
      ? (definition.values ?? []).map((value) => value.name.value)
      : [],
  );
}

describe('names', () => {
  it('of streams are those of the council', () => {
    expect(valuesOf('Stream').map(streamName).sort()).toEqual([
      'Adult social care',
      "Children's social care",
      'Corporate',
      'Schools',
    ]);
  });

  it('of findings and closure reasons are those of the glossary', () => {
    expect(valuesOf('Outcome').map(findingName)).toEqual(['Upheld', 'Partially upheld', 'Not upheld']);
    expect(valuesOf('ClosureReason').map(closureReasonName)).toEqual([
      'Answered',
      'Resolved informally',
      'Withdrawn',
      'Outside scope',
      'No consent',
      'Merged with another complaint',
    ]);
  });

  it('of ombudsmen, what they decide, routes and states are readable', () => {
    expect(valuesOf('OmbudsmanBody').map(ombudsmanName)).toEqual([
      'Local Government and Social Care Ombudsman',
      'Housing Ombudsman',
    ]);
    expect(decisionName('CLOSED_AFTER_INITIAL_ENQUIRIES')).toBe('Closed after initial enquiries');
    expect(valuesOf('Route').map(routeName)).toEqual(['From the stage before', 'Direct']);
    expect(valuesOf('Status').map(statusName)).toEqual(['Open', 'Closed']);
  });

  it.each([
    ['Stream', streamName],
    ['Outcome', findingName],
    ['ClosureReason', closureReasonName],
    ['OmbudsmanBody', ombudsmanName],
    ['LgscoDecision', decisionName],
    ['HousingFinding', decisionName],
    ['Route', routeName],
    ['Status', statusName],
  ])('of every %s differ from each other and from their codes', (name, nameOf) => {
    const values = valuesOf(name);
    expect(values.length).toBeGreaterThan(1);
    const names = values.map(nameOf);
    expect(new Set(names).size).toBe(values.length);
    for (const told of names) expect(told).toMatch(/^[A-Z][a-z' A-Z]*$/);
    expect(names.filter((told) => values.includes(told))).toEqual([]);
  });

  it('of channels are their ids in words', () => {
    expect(['web-form', 'email', 'in-person'].map(channelName)).toEqual(['Web form', 'Email', 'In person']);
  });

  it('of stages have their number', () => {
    expect([1, 2, 3].map(stageName)).toEqual(['Stage 1', 'Stage 2', 'Stage 3']);
  });

  it('of nothing are not recorded, and a finding that there is not is none', () => {
    expect([streamName(null), channelName(''), stageName(null), closureReasonName(null)]).toEqual(
      Array(4).fill('Not recorded'),
    );
    expect(findingName(null)).toBe('No finding');
  });

  it('of a code that nobody knew is readable, whatever it is called', () => {
    expect(streamName('PUBLIC_HEALTH')).toBe('Public health');
    expect(streamName('constructor')).toBe('Constructor');
  });
});
