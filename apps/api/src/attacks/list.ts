export interface Attack {
  number: string;
  /** What went wrong elsewhere, and must not here. */
  what: string;
  /** Why no spec can hold it yet; a row without it is held by specs whose names begin with its number. */
  pending?: string;
}

const ballots = 'there are no ballots yet';
const polls = 'there are no polls yet';
const files = 'nothing can be uploaded';

/** Attacks that succeeded against comparable systems: votes, towns, side doors, injection, accounts, servers and sockets. */
export const attacks: Attack[] = [
  { number: 'V1', what: 'parallel votes of one person count more than once' },
  { number: 'V2', what: 'one ballot token is cast twice at once', pending: ballots },
  { number: 'V3', what: 'a parameter in another shape is checked as one thing and used as another' },
  { number: 'V4', what: 'a running election is made editable again', pending: ballots },
  { number: 'V5', what: 'a poll looks open and saves nothing', pending: polls },
  { number: 'V6', what: 'anybody may do what is for one role' },
  { number: 'V7', what: 'a fresh installation leaves a door open' },
  { number: 'V8', what: 'a poll of a billion options', pending: polls },
  { number: 'V9', what: 'a client speaks as if it were the server' },
  { number: 'V10', what: 'a ballot is copied, or two receipts are the same', pending: ballots },
  { number: 'V11', what: 'one person is invited twice by variations of an address', pending: ballots },
  { number: 'V12', what: 'acknowledged votes are lost' },
  { number: 'V13', what: 'tokens from weak chance' },
  { number: 'T1', what: 'what is good in one town is good in another' },
  { number: 'T2', what: 'an admin reaches another town’s things by their ids' },
  {
    number: 'T3',
    what: 'a town restores a dump that reads others',
    pending: 'towns restore and import nothing',
  },
  { number: 'T4', what: 'a path leads to another town’s files', pending: files },
  {
    number: 'T5',
    what: 'one town clogs the queue of all',
    pending: 'no town can send more than the limits let it',
  },
  { number: 'T6', what: 'that something secret exists can be told' },
  {
    number: 'T7',
    what: 'a query forgets to ask for the town',
    pending:
      'row-level security would put each prepared statement into a transaction; T1, T2 and T6 walk every route',
  },
  { number: 'P1', what: 'one endpoint gives out what another protects' },
  { number: 'P2', what: 'any column can be filtered by, and so read' },
  { number: 'P3', what: 'another representation of the same thing is open' },
  { number: 'P4', what: 'a second way without the check; addresses in answers' },
  { number: 'P5', what: 'a socket goes on telling what can no longer be read' },
  { number: 'P6', what: 'lists and counts give private things away' },
  {
    number: 'P7',
    what: 'activity and read state give private things away',
    pending: 'there is no feed and no read state',
  },
  { number: 'P8', what: 'hidden fields of a profile are told or found' },
  { number: 'P9', what: 'an invitation shows whose it is' },
  { number: 'P10', what: 'one person’s export is given to another' },
  { number: 'P11', what: 'the link to an export works for anybody' },
  {
    number: 'P12',
    what: 'moderators read by taking over',
    pending: 'authorship cannot be taken over, and there are no reports to export',
  },
  { number: 'P13', what: 'backups, settings and sources can be fetched' },
  { number: 'P14', what: 'a shared cache gives one person’s answer to another' },
  { number: 'P15', what: 'papers and birth dates stay after a check' },
  { number: 'X1', what: 'markup in any text runs' },
  { number: 'X2', what: 'markup in a file’s name runs', pending: files },
  { number: 'X3', what: 'HTML past the editor is stored as it is' },
  { number: 'X4', what: 'officials’ pages show texts raw' },
  { number: 'X5', what: 'markup in an address runs' },
  { number: 'X6', what: 'a link or a form leads away' },
  { number: 'X7', what: 'an embedded page runs', pending: 'nothing can be embedded' },
  { number: 'X8', what: 'an admin’s HTML runs in the voting booth', pending: ballots },
  { number: 'X9', what: 'markup that arrives live runs' },
  { number: 'X10', what: 'a picture that is a script', pending: files },
  { number: 'X11', what: 'a name becomes a header of a mail or a formula of a table' },
  {
    number: 'X12',
    what: 'a translation comes back with markup',
    pending: 'nothing is translated by machine',
  },
  { number: 'A1', what: 'a route without a rule' },
  { number: 'A2', what: 'a lesser admin rewrites the electorate', pending: ballots },
  { number: 'A3', what: 'a value that is almost true; a property that nobody asked for' },
  { number: 'A4', what: 'moderators act on what they may not read' },
  { number: 'A5', what: 'an official changes somebody’s address and takes the account' },
  { number: 'A6', what: 'a request says whose it is' },
  { number: 'A7', what: 'a token does what it was not made for' },
  { number: 'A8', what: 'a mail scanner uses or burns a link' },
  { number: 'A9', what: 'a copy of the database holds usable tokens' },
  { number: 'A10', what: 'a session goes on after what it stood on is gone' },
  {
    number: 'A11',
    what: 'an address that reads as another',
    pending: 'no right hangs on the domain of an address',
  },
  { number: 'A12', what: 'mails and costly acts without a limit' },
  { number: 'A13', what: 'a form of another site is followed' },
  { number: 'A14', what: 'a page of another site opens a socket' },
  { number: 'A15', what: 'a sign-in elsewhere is finished in another browser' },
  { number: 'A16', what: 'an assistant answers without a check', pending: 'there is none' },
  { number: 'A17', what: 'answers and times tell which names exist' },
  { number: 'A18', what: 'codes and passphrases are guessed' },
  { number: 'S1', what: 'the name of an event reaches a prototype' },
  { number: 'S2', what: 'a crafted packet ends the process' },
  {
    number: 'S3',
    what: 'the server fetches what it is told to',
    pending: 'it fetches nothing that a person names',
  },
  { number: 'S4', what: 'a push goes to an address of the attacker’s choice', pending: 'nothing is pushed' },
  { number: 'S5', what: 'a text becomes SQL' },
  { number: 'S6', what: 'an archive writes files', pending: files },
  { number: 'S7', what: 'one request keeps the server busy' },
  { number: 'S8', what: 'a picture as large as the memory', pending: files },
];
