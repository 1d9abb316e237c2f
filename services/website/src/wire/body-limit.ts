/** Largest request body in bytes; above it `PAYLOAD_TOO_LARGE`. */
export const bodyLimit = 1024 * 1024;
