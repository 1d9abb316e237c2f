export const nothingIsLost = 'Nothing is lost: every service keeps its events.';
export const restore = 'Run `npm run phoenix -- stream restore`.';
export const streamMissing = `The event stream is missing. ${nothingIsLost} ${restore}`;
