import accessCodes from '../messages/sl/access-codes.json';
import email from '../messages/sl/email.json';
import factors from '../messages/sl/factors.json';
import identity from '../messages/sl/identity.json';
import moderation from '../messages/sl/moderation.json';
import sso from '../messages/sl/sso.json';

export default { 'access-codes': accessCodes, email, factors, identity, moderation, sso };
