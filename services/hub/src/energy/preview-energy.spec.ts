import { describe, expect, it } from '@jest/globals';
import { given } from '#libs/testing';
import { countingContext, granted, opened, sampleUser } from './account-history.sample.js';
import { affordabilityOf } from './check-energy.js';
import { evolve, noAccount } from './energy-account.js';
import { previewOf } from './preview-energy.js';

const with100 = given(noAccount(sampleUser), evolve, opened, granted(1, 100, 100)).state;
const with2 = given(noAccount(sampleUser), evolve, opened, granted(1, 2, 2)).state;

describe('previewOf', () => {
  it('says before, after and the sentence to confirm, in French and English', () => {
    expect(previewOf(with100, 'verification_format', countingContext())).toEqual({
      action: 'verification_format',
      allowed: true,
      cost: 3,
      listCost: 3,
      unlimited: false,
      frozen: false,
      before: 100,
      after: 97,
      sentence: {
        fr: 'Vérification de la mise en forme : 3 points. Il vous en restera 97.',
        en: 'Format check: 3 points. You will have 97 left.',
      },
      version: 2,
    });
  });

  it('says what is missing, and no balance that would not be', () => {
    expect(previewOf(with2, 'verification_format', countingContext())).toEqual({
      action: 'verification_format',
      allowed: false,
      cost: 3,
      listCost: 3,
      unlimited: false,
      frozen: false,
      before: 2,
      sentence: {
        fr: 'Vérification de la mise en forme : 3 points. Il vous manque 1 point.',
        en: 'Format check: 3 points. You are 1 point short.',
      },
      version: 2,
    });
  });
});

describe('affordabilityOf', () => {
  it('tells what would remain, or what is missing', () => {
    expect(affordabilityOf(with100, 'plan_reconversion', countingContext())).toMatchObject({
      allowed: true,
      remaining: 50,
      deficit: 0,
    });
    expect(affordabilityOf(with2, 'plan_reconversion', countingContext())).toMatchObject({
      allowed: false,
      deficit: 48,
    });
    expect(affordabilityOf(with2, 'plan_reconversion', countingContext())).not.toHaveProperty(
      'remaining',
    );
  });
});
