import { complaintStub } from './complaint-stub';

describe('complaintStub', () => {
  it.each([
    ['corporate-6f0c', 'CorporateComplaint'],
    ['childrens-6f0c-1', 'ChildrensComplaint'],
    ['waterways-6f0c', 'WaterwaysComplaint'],
  ])('names the type of %s by its stream', (id, type) => {
    expect(complaintStub(id)).toEqual({ __typename: type, id });
  });
});
