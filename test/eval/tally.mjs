/** Counts what was found against what was expected. */
export class Tally {
  found = 0;
  expected = 0;
  right = 0;
  /** @type {string[]} */
  missed = [];
  /** @type {string[]} */
  wrong = [];

  /** @param {string} where @param {Iterable<string>} found @param {Iterable<string>} expected */
  add(where, found, expected) {
    const [are, should] = [new Set(found), new Set(expected)];
    this.found += are.size;
    this.expected += should.size;
    for (const one of are) {
      if (should.has(one)) this.right += 1;
      else this.wrong.push(`${where}: ${one}`);
    }
    for (const one of should) if (!are.has(one)) this.missed.push(`${where}: ${one}`);
  }

  get recall() {
    return share(this.right, this.expected);
  }

  get precision() {
    return share(this.right, this.found);
  }
}

/** Three digits are enough to compare. @param {number} part @param {number} whole */
export function share(part, whole) {
  return whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000;
}
