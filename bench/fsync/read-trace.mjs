/**
 * What a trace of nats-server says of each acknowledgement of a publish: the files of messages that were written and
 * not yet synced when it was sent. A sync counts only when it began after the last write and had ended.
 * @param {readonly string[]} lines as `strace -f -y` writes them
 * @returns {{ events: number, unsynced: string[] }[]} `events` is how many it acknowledges
 */
export function acknowledgements(lines) {
  /** @type {Map<string, number>} writes that no sync covers yet, by file: the number of the last one */
  const dirty = new Map();
  /** @type {Map<string, { file: string, covers: number | undefined }>} syncs under way, by thread */
  const syncing = new Map();
  /** @type {{ events: number, unsynced: string[] }[]} */
  const found = [];
  const synced = (/** @type {string} */ thread) => {
    const { file = '', covers } = syncing.get(thread) ?? {};
    if (dirty.get(file) === covers) dirty.delete(file);
    syncing.delete(thread);
  };
  lines.forEach((line, number) => {
    const thread = /^\d+/.exec(line)?.[0] ?? '';
    const [, call = '', file = ''] = /\s(\w+)\(\d+<([^>]*)>/.exec(line) ?? [];
    const failed = / = -\d/.test(line);
    if (/write/.test(call) && isMessages(file)) dirty.set(file, number);
    else if (/^f(data)?sync$/.test(call) && !failed) {
      syncing.set(thread, { file, covers: dirty.get(file) });
      if (!line.includes('<unfinished')) synced(thread);
    } else if (/<\.\.\. f(data)?sync resumed>/.test(line) && !failed) synced(thread);
    else if (/write/.test(call) && file.startsWith('socket:') && line.includes('\\"seq\\":')) {
      const [, count = '1'] = /\\"count\\":(\d+)/.exec(line) ?? [];
      found.push({ events: Number(count), unsynced: [...dirty.keys()] });
    }
  });
  return found;
}

/** The stream's own blocks: where a batch is kept until it is complete does not matter. */
function isMessages(/** @type {string} */ file) {
  return /\/streams\/[^/]+\/msgs\/[^/]+\.blk$/.test(file);
}
