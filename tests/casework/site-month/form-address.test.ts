import { formAddress } from './form-address';

describe('where a command is done on the site', () => {
  it('is a form of the complaint', () => {
    expect(formAddress('agreeAdultsPlan', { id: 'adults-1' })).toEqual({
      ...{ page: '/complaints/adults-1', form: '/complaints/adults-1/do/agree-plan', name: 'agreePlan' },
    });
  });

  it('is a form of an ombudsman’s case', () => {
    expect(formAddress('replyToOmbudsmanEnquiry', { id: 'c-1' })).toEqual({
      page: '/ombudsman-cases/c-1',
      form: '/ombudsman-cases/c-1/do/reply-to-enquiry',
      name: 'replyToEnquiry',
    });
  });

  it('is nowhere for what is no command on a complaint', () => {
    expect(formAddress('recordCorporateComplaint', {})).toBeNull();
    expect(formAddress('assignCorporateComplaints', { id: 'c-1' })).toBeNull();
    expect(formAddress('replyToOmbudsmanEnquiry', {})).toBeNull();
  });
});
