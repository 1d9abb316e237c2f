import { eventually } from '#libs/testing';

export interface Told {
  readonly event: string;
  readonly id: string | undefined;
  // oxlint-disable-next-line typescript/no-explicit-any -- each test looks at other members
  readonly data: any;
}

/** A reader of `text/event-stream`, as a browser's is. */
export class TestEventSource {
  readonly told: Told[] = [];
  heartbeats = 0;
  ended = false;

  private constructor(
    readonly response: Response,
    private readonly leaving: AbortController,
  ) {
    void this.read();
  }

  static async open(
    url: string,
    headers: Record<string, string>,
    more: { readonly method?: string; readonly body?: string } = {},
  ): Promise<TestEventSource> {
    const leaving = new AbortController();
    const { signal } = leaving;
    return new TestEventSource(await fetch(url, { headers, signal, ...more }), leaving);
  }

  /** The event after those that were waited for before. */
  async next(): Promise<Told> {
    const before = this.awaited++;
    return eventually(() => this.told[before]!, Boolean);
  }

  close(): void {
    this.leaving.abort();
  }

  private awaited = 0;

  private async read(): Promise<void> {
    let rest = '';
    try {
      for await (const chunk of this.response.body!.pipeThrough(new TextDecoderStream())) {
        const blocks = (rest + chunk).split('\n\n');
        rest = blocks.pop()!;
        blocks.forEach((block) => this.take(block));
      }
    } catch {
      // The reader left.
    }
    this.ended = true;
  }

  private take(block: string): void {
    const of = (name: string) =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    if (block.startsWith(':')) this.heartbeats++;
    else this.told.push({ event: of('event')!, id: of('id'), data: JSON.parse(of('data')!) });
  }
}
