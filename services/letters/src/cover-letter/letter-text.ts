import { readOffer, readProfile } from '#libs/career-french';
import type { RequestOf, writeLetter } from '#libs/contracts';
import { layOut, layOutBeginning, nameGiven, setInFrench } from '../local-engine/index.js';
import type { CoverLetter } from './cover-letter.js';
import type { GrowingLetter } from './growing-letter.js';

type Request = Pick<RequestOf<typeof writeLetter>, 'experience' | 'offer' | 'company'>;

/** Sets letters of one request by French rules, with what the user told of sender and recipient around their words. */
export class LetterText {
  private around: ReturnType<typeof aroundOf> | undefined;
  private readonly known = new Map<string, string>();

  constructor(private readonly request: Request) {}

  /** The whole letter. */
  of({ subject, greeting, paragraphs, closing }: CoverLetter): string {
    const words = {
      subject: this.set(subject),
      greeting: this.set(greeting),
      paragraphs: paragraphs.map((one) => this.set(one)),
      closing: this.set(closing),
    };
    return layOut(words, ...this.aroundIt());
  }

  /** How the whole letter will begin, as far as its words are there; empty while it has no subject. */
  beginningOf({ subject, greeting, paragraphs }: GrowingLetter): string {
    if (subject === undefined) return '';
    const words = {
      subject: this.set(subject),
      greeting: this.set(greeting ?? ''),
      paragraphs: greeting === undefined ? [] : paragraphs.map((one) => this.set(one)),
    };
    return layOutBeginning(words, ...this.aroundIt());
  }

  /** A letter that grows is set again and again; its words once. */
  private set(words: string): string {
    const set = this.known.get(words) ?? setInFrench(words);
    this.known.set(words, set);
    return set;
  }

  private aroundIt() {
    this.around ??= aroundOf(this.request);
    return this.around;
  }
}

function aroundOf({ experience, offer, company }: Request) {
  const recipient = nameGiven(company) ?? (offer && readOffer(offer).company?.value);
  return [readProfile(experience).person, recipient || undefined] as const;
}
