import accessCodes from '../messages/en/access-codes.json';
import comments from '../messages/en/comments.json';
import councils from '../messages/en/councils.json';
import email from '../messages/en/email.json';
import factors from '../messages/en/factors.json';
import ideas from '../messages/en/ideas.json';
import identity from '../messages/en/identity.json';
import moderation from '../messages/en/moderation.json';
import municipalities from '../messages/en/municipalities.json';
import problems from '../messages/en/problems.json';
import shell from '../messages/en/shell.json';
import sso from '../messages/en/sso.json';

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
