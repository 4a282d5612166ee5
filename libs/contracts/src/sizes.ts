/** The longest body of a request to the API; all that is asked for is a few times shorter. */
export const BODY_BYTES = 256 * 1024;
/** The longest form: it writes three bytes for most bytes of a text. */
export const FORM_BYTES = 3 * BODY_BYTES;
