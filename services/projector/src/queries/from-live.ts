import { sqlState } from '#libs/persistence';

const noSuchTable = '42P01';

/** Reads where the pointer says; once more when the build that it named was dropped before its rows were read (R25). */
export async function fromLive<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (sqlState(error) !== noSuchTable) throw error;
    return read();
  }
}
