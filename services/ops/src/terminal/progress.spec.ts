import { describe, expect, it } from '@jest/globals';
import { ProgressBar } from './progress.js';

const unit = 'events';

describe('a progress bar', () => {
  it('tells neither rate nor time before anything has moved', () => {
    expect(new ProgressBar().line({ done: 0, all: 2_000, unit }, 0)).toBe(
      '[------------------------] 0 of 2,000 events (0 %)',
    );
  });

  it('tells rate and time left', () => {
    const bar = new ProgressBar();
    bar.line({ done: 0, all: 2_000, unit }, 0);
    expect(bar.line({ done: 500, all: 2_000, unit }, 2_000)).toBe(
      '[######------------------] 500 of 2,000 events (25 %), 250 a second, 6 s left',
    );
  });

  it('goes by the rate of the last seconds', () => {
    const bar = new ProgressBar();
    bar.line({ done: 0, all: 100_000, unit }, 0);
    bar.line({ done: 90_000, all: 100_000, unit }, 50_000);
    expect(bar.line({ done: 90_100, all: 100_000, unit }, 60_000)).toContain('10 a second, 17 min');
  });

  it('is full at its end, and never beyond', () => {
    const bar = new ProgressBar();
    expect(bar.line({ done: 7, all: 0, unit }, 0)).toContain('] 7 of 0 events (100 %)');
    expect(bar.line({ done: 9, all: 7, unit }, 0)).toMatch(/^\[#{24}\]/);
  });
});
