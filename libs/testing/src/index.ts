export { inArabic } from './keyboard';
export { codeIn, Mailbox, type Received } from './mailbox';
export { describeReference, referencePath } from './reference-data';
