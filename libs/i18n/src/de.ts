import accessCodes from '../messages/de/access-codes.json';
import comments from '../messages/de/comments.json';
import councils from '../messages/de/councils.json';
import email from '../messages/de/email.json';
import factors from '../messages/de/factors.json';
import ideas from '../messages/de/ideas.json';
import identity from '../messages/de/identity.json';
import moderation from '../messages/de/moderation.json';
import municipalities from '../messages/de/municipalities.json';
import problems from '../messages/de/problems.json';
import shell from '../messages/de/shell.json';
import sso from '../messages/de/sso.json';

export default {
  sso,
  'access-codes': accessCodes,
  comments,
  councils,
  email,
  factors,
  ideas,
  identity,
  moderation,
  municipalities,
  problems,
  shell,
};
