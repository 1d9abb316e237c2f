/** The port that PORT asks for: 8080 when it is not set, 0 for any free one. Refuses what is no port, in a sentence. */
export function askedPort(env = process.env) {
  const text = env.PORT?.trim() || '8080';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65_535) return port;
  throw new Error(`PORT is ${text}: it must be a number from 1 to 65535, or 0 for any free port.`);
}
