import { appendOnly, runTimeRole } from '#libs/persistence';

interface Table {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly constraints: readonly string[];
  readonly indexes: readonly string[];
  readonly appendOnly: boolean;
}

const movement = {
  user_id: 'uuid NOT NULL',
  sequence: 'bigint NOT NULL',
  event_id: 'uuid NOT NULL',
  kind: 'text NOT NULL',
  action: 'text',
  amount: 'int NOT NULL',
};
const moved = { version: 'bigint NOT NULL', occurred_at: 'timestamptz NOT NULL' };
const balances = {
  columns: {
    user_id: 'uuid NOT NULL',
    balance: 'int NOT NULL',
    held: 'int NOT NULL',
    version: 'bigint NOT NULL',
  },
  constraints: ['PRIMARY KEY (user_id)'],
  indexes: [],
  appendOnly: false,
};
const lines = {
  constraints: ['PRIMARY KEY (user_id, sequence)', 'UNIQUE (user_id, version)'],
  indexes: [],
  appendOnly: true,
};

/** The tables that migrations made, as they were then; since then builds make their own. */
export const firstTables = {
  eventStore1: {
    name: 'event_store_v1',
    columns: {
      event_id: 'uuid NOT NULL',
      epoch: 'uuid NOT NULL',
      stream_sequence: 'bigint NOT NULL',
      event_type: 'text NOT NULL',
      event_version: 'int NOT NULL',
      source: 'text NOT NULL',
      subject_user_id: 'uuid',
      subject_version: 'bigint NOT NULL',
      actor_user_id: 'uuid',
      correlation_id: 'text NOT NULL',
      causation_id: 'text NOT NULL',
      trace_id: 'text',
      occurred_at: 'timestamptz NOT NULL',
      recorded_at: 'timestamptz NOT NULL',
      event_data: 'jsonb NOT NULL',
    },
    constraints: [
      'PRIMARY KEY (stream_sequence)',
      'UNIQUE (event_id)',
      'UNIQUE NULLS NOT DISTINCT (source, subject_user_id, subject_version)',
    ],
    indexes: [
      '(subject_user_id, stream_sequence)',
      '(event_type, occurred_at)',
      '(correlation_id)',
      '(source, occurred_at)',
    ],
    appendOnly: true,
  },
  energyHistory1: {
    name: 'energy_history_v1',
    columns: { ...movement, balance: 'int NOT NULL', ...moved },
    ...lines,
  },
  energyBalances1: { name: 'energy_balances_v1', ...balances },
  energyHistory2: {
    name: 'energy_history_v2',
    columns: {
      ...movement,
      held_change: 'int NOT NULL',
      list_cost: 'int',
      balance: 'int NOT NULL',
      held: 'int NOT NULL',
      entry_id: 'uuid',
      hold_id: 'uuid',
      refund_of: 'uuid',
      ...moved,
    },
    ...lines,
  },
  energyBalances2: { name: 'energy_balances_v2', ...balances },
} satisfies Record<string, Table>;

/** SQL that makes such a table with its indexes and the rights that its rows need (R15). */
export function createTable(table: Table): string {
  const { name, columns, constraints, indexes } = table;
  const definitions = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  const rights = table.appendOnly
    ? appendOnly('projector', name)
    : `GRANT UPDATE ON projector.${name} TO ${runTimeRole('projector')};`;
  return `
    CREATE TABLE projector.${name} (${[...definitions, ...constraints].join(', ')});
    ${indexes.map((index) => `CREATE INDEX ON projector.${name} ${index};`).join('\n')}
    ${rights}
  `;
}
