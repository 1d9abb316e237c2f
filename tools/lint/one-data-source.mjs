import { placeOf } from './place.mjs';

/** TypeORM's data source is constructed by libs/persistence only; everybody else injects it. */
export const oneDataSource = {
  create(context) {
    if (placeOf(context.filename) === 'libs/persistence') return {};
    return {
      NewExpression(node) {
        if (node.callee.name !== 'DataSource' && node.callee.property?.name !== 'DataSource')
          return;
        context.report({
          node,
          message:
            'Only libs/persistence opens Postgres. Inject the DataSource that PersistenceModule provides.',
        });
      },
    };
  },
};
