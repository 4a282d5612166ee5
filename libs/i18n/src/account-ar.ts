import accessCodes from '../messages/ar/access-codes.json';
import email from '../messages/ar/email.json';
import factors from '../messages/ar/factors.json';
import identity from '../messages/ar/identity.json';
import moderation from '../messages/ar/moderation.json';
import sso from '../messages/ar/sso.json';

export default { 'access-codes': accessCodes, email, factors, identity, moderation, sso };
