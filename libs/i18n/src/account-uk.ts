import accessCodes from '../messages/uk/access-codes.json';
import email from '../messages/uk/email.json';
import factors from '../messages/uk/factors.json';
import identity from '../messages/uk/identity.json';
import moderation from '../messages/uk/moderation.json';
import sso from '../messages/uk/sso.json';

export default { 'access-codes': accessCodes, email, factors, identity, moderation, sso };
