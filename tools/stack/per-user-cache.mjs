import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where downloads are kept for all of a user's clones. */
export function perUserCache(env = process.env) {
  if (process.platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'phoenix');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'phoenix');
}
