import accessCodes from '../messages/ar/access-codes.json';
import comments from '../messages/ar/comments.json';
import councils from '../messages/ar/councils.json';
import email from '../messages/ar/email.json';
import factors from '../messages/ar/factors.json';
import ideas from '../messages/ar/ideas.json';
import identity from '../messages/ar/identity.json';
import moderation from '../messages/ar/moderation.json';
import municipalities from '../messages/ar/municipalities.json';
import problems from '../messages/ar/problems.json';
import shell from '../messages/ar/shell.json';
import sso from '../messages/ar/sso.json';

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
