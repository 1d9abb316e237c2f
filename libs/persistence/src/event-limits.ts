/** What the data of one event may weigh, in bytes: no row can wedge the relay (R4). */
export const maxEventBytes = 64 * 1024;
