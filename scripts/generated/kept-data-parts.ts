import { whatIsKept } from '../product/what-is-kept';
import type { GeneratedFile } from './project';

/** What follows from what each part says that it keeps: the page for people. */
export const keptDataParts = (): GeneratedFile[] => [{ path: 'docs/what-is-kept.md', text: whatIsKept() }];
