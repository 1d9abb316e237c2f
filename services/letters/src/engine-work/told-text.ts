import type { PartOf, writeLetter } from '#libs/contracts';
import type { GivePart } from '#libs/messaging';

type Part = PartOf<typeof writeLetter>;

/**
 * Tells whoever waits for a text how far it is, block by block. What was told and does not stand any more is taken back.
 * Nobody is waited for: a text is short enough to be kept until its reader has it.
 */
export class ToldText {
  private told = '';
  private attempt = 1;

  constructor(private readonly give: GivePart<Part>) {}

  step(step: Extract<Part, { kind: 'progress' }>['step']): void {
    void this.give({ kind: 'progress', step });
  }

  /** How the text begins, or all of it. What an earlier attempt told is void. */
  tell(text: string, attempt = this.attempt): void {
    if (attempt !== this.attempt || !text.startsWith(this.told)) this.takeBack();
    this.attempt = attempt;
    const more = text.slice(this.told.length).split(/(?=\n\n)/);
    for (const block of more.filter(Boolean)) void this.give({ kind: 'text', text: block });
    this.told = text;
  }

  takeBack(): void {
    if (this.told !== '') void this.give({ kind: 'restart' });
    this.told = '';
  }
}
