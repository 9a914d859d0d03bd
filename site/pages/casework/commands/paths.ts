import { complaintHref } from '../../complaints/rows';

const kebab = (text: string): string => text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const pascal = (text: string): string => `${text.slice(0, 1)}${text.slice(1).toLowerCase()}`;

/** A mutation without its stream: `answerCorporateComplaint` of CORPORATE is `answerComplaint`. */
export const commandName = (mutation: string, part: string): string => mutation.replace(pascal(part), '');

/** How an address names a command: `answerComplaint` is `answer`, `agreePlan` is `agree-plan`. */
export const commandSlug = (name: string): string => kebab(name.replace(/Complaint$/, ''));

/** The form of a command on a complaint, by the mutation that does it. */
export const commandHref = (
  complaint: { readonly id: string; readonly stream: string },
  mutation: string,
): string => `${complaintHref(complaint.id)}/do/${commandSlug(commandName(mutation, complaint.stream))}`;
