import { imports } from './imports.mjs';
import { oneDataSource } from './one-data-source.mjs';
import { priceLiteral } from './price-literal.mjs';
import { pureDecisions } from './pure-decisions.mjs';

/** The rules of this house that no linter brings along; .oxlintrc.json loads them. */
export default {
  meta: { name: 'phoenix' },
  rules: {
    imports,
    'no-price-literal': priceLiteral,
    'one-data-source': oneDataSource,
    'pure-decisions': pureDecisions,
  },
};
