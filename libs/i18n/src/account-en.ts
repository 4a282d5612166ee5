import accessCodes from '../messages/en/access-codes.json';
import email from '../messages/en/email.json';
import factors from '../messages/en/factors.json';
import identity from '../messages/en/identity.json';
import moderation from '../messages/en/moderation.json';
import sso from '../messages/en/sso.json';

export default { 'access-codes': accessCodes, email, factors, identity, moderation, sso };
