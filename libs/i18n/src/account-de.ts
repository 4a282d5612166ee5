import accessCodes from '../messages/de/access-codes.json';
import email from '../messages/de/email.json';
import factors from '../messages/de/factors.json';
import identity from '../messages/de/identity.json';
import moderation from '../messages/de/moderation.json';
import sso from '../messages/de/sso.json';

export default { 'access-codes': accessCodes, email, factors, identity, moderation, sso };
