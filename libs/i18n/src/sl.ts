import accessCodes from '../messages/sl/access-codes.json';
import comments from '../messages/sl/comments.json';
import councils from '../messages/sl/councils.json';
import email from '../messages/sl/email.json';
import factors from '../messages/sl/factors.json';
import ideas from '../messages/sl/ideas.json';
import identity from '../messages/sl/identity.json';
import moderation from '../messages/sl/moderation.json';
import municipalities from '../messages/sl/municipalities.json';
import problems from '../messages/sl/problems.json';
import shell from '../messages/sl/shell.json';
import sso from '../messages/sl/sso.json';

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
