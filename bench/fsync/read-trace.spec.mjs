import { describe, expect, it } from '@jest/globals';
import { acknowledgements } from './read-trace.mjs';

const block = '7</data/jetstream/$G/streams/PHOENIX_EVENTS/msgs/1.blk>';
const write = `10  12:00:00.1 pwrite64(${block}, "phoenix.event.hub"..., 640, 0) = 640`;
const sync = `10  12:00:00.2 fsync(${block}) = 0`;
const ack = String.raw`10  12:00:00.3 writev(6<socket:[4]>, [{iov_base="MSG _INBOX.1 1 78\r\n{\"stream\":\"PHOENIX_EVENTS\",\"seq\":5,\"count\":5}\r\n"}], 1) = 124`;
const unsynced = ['/data/jetstream/$G/streams/PHOENIX_EVENTS/msgs/1.blk'];

describe('a trace of nats-server', () => {
  it('shows a publish that was synced before its acknowledgement', () => {
    expect(acknowledgements([write, write, sync, ack])).toEqual([{ events: 5, unsynced: [] }]);
  });

  it('shows one that was acknowledged first', () => {
    expect(acknowledgements([write, ack, sync])).toEqual([{ events: 5, unsynced }]);
  });

  it('does not count a sync that failed, or that began before the last write', () => {
    const failed = sync.replace('= 0', '= -1 EIO (Input/output error)');
    const began = `11  12:00:00.2 fsync(${block} <unfinished ...>`;
    const ended = '11  12:00:00.3 <... fsync resumed>) = 0';
    expect(acknowledgements([write, failed, ack])).toEqual([{ events: 5, unsynced }]);
    expect(acknowledgements([write, began, write, ended, ack])).toEqual([{ events: 5, unsynced }]);
    expect(acknowledgements([write, began, ended, ack])).toEqual([{ events: 5, unsynced: [] }]);
  });
});
