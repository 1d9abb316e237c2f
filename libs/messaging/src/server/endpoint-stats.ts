/** The figures of one endpoint, in the words of the NATS services protocol. Times are nanoseconds. */
export class EndpointStats {
  private requests = 0;
  private errors = 0;
  private lastError = '';
  private processingNs = 0;

  count(elapsedMs: number, error: string | undefined): void {
    this.requests += 1;
    this.processingNs += Math.round(elapsedMs * 1e6);
    if (error === undefined) return;
    this.errors += 1;
    this.lastError = error;
  }

  snapshot() {
    const average = this.requests === 0 ? 0 : Math.round(this.processingNs / this.requests);
    return {
      num_requests: this.requests,
      num_errors: this.errors,
      last_error: this.lastError,
      processing_time: this.processingNs,
      average_processing_time: average,
    };
  }
}
