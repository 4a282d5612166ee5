import accessCodes from '../messages/uk/access-codes.json';
import comments from '../messages/uk/comments.json';
import councils from '../messages/uk/councils.json';
import email from '../messages/uk/email.json';
import factors from '../messages/uk/factors.json';
import ideas from '../messages/uk/ideas.json';
import identity from '../messages/uk/identity.json';
import moderation from '../messages/uk/moderation.json';
import municipalities from '../messages/uk/municipalities.json';
import problems from '../messages/uk/problems.json';
import shell from '../messages/uk/shell.json';
import sso from '../messages/uk/sso.json';

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
