const mostParts = 4_096;
const mostBytes = 512 * 1024;

/**
 * The parts of one work by their numbers, from 1, for readers that ask again: at most 4,096 and 512 KB. Above that the
 * oldest that a reader has is let go; what nobody has yet is never let go.
 */
export class KeptParts {
  private readonly parts: Uint8Array[] = [];
  private first = 1;
  private bytes = 0;
  private takenUpTo = 0;

  /** The number of the last part; 0 before there is one. */
  get last(): number {
    return this.first + this.parts.length - 1;
  }

  /** True while parts that nobody has yet fill the buffer: the next one waits for a reader. */
  get full(): boolean {
    return this.parts.length >= mostParts || this.bytes >= mostBytes;
  }

  add(part: Uint8Array): void {
    this.parts.push(part);
    this.bytes += part.length;
    this.letGo();
  }

  /** A reader has all parts up to this one. */
  taken(upTo: number): void {
    this.takenUpTo = Math.max(this.takenUpTo, upTo);
    this.letGo();
  }

  /** Undefined for one that is still to come, or let go. */
  get(number: number): Uint8Array | undefined {
    return this.parts[number - this.first];
  }

  wasLetGo(number: number): boolean {
    return number < this.first;
  }

  private letGo(): void {
    while (this.full && this.first <= this.takenUpTo) {
      this.bytes -= this.parts.shift()!.length;
      this.first += 1;
    }
  }
}
