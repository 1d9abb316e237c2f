/** Somebody else took over work of which nothing had been heard for too long, or it went further than we knew. */
export class LeaseLost extends Error {
  constructor() {
    super('This work is not ours any more.');
  }
}
