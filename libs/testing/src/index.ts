export { codeIn, Mailbox, type Received } from './mailbox';
