import type { ClientBase, Connection, Submittable } from 'pg';

/** What `pg` has and its types do not tell. */
type CopyConnection = Connection & {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
};

/**
 * Adds rows by COPY, in the text that `copyLine` makes, part by part; all of them or none. Rejects with what Postgres
 * says against them, or with what the parts throw. Columns are written into the statement as they are.
 */
export function copyRows(
  session: ClientBase,
  into: { readonly table: string; readonly columns: readonly string[] },
  parts: AsyncIterable<string>,
): Promise<void> {
  const text = `COPY ${into.table} (${into.columns.join(', ')}) FROM STDIN`;
  return new Promise((resolve, reject) => {
    session.query(new CopyQuery(text, parts, (error) => (error ? reject(error) : resolve())));
  });
}

/** What a column of a copied row may hold. */
export type CopyValue = string | number | boolean | null | undefined;

/** A row as COPY reads it. */
export function copyLine(values: readonly CopyValue[]): string {
  return `${values.map(copyValue).join('\t')}\n`;
}

function copyValue(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value !== 'string') return String(value);
  return special.test(value) ? value.replace(eachSpecial, (one) => escapes[one]!) : value;
}

const special = /[\\\t\n\r]/;
const eachSpecial = /[\\\t\n\r]/g;
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/** A query as `pg` drives one: it calls these as the server answers. */
class CopyQuery implements Submittable {
  private fault: Error | undefined;

  constructor(
    private readonly text: string,
    private readonly parts: AsyncIterable<string>,
    /** `pg` puts its own around it, which ends the time that it waits for the answer. */
    readonly callback: (error?: Error) => void,
  ) {}

  submit(connection: Connection): void {
    connection.query(this.text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    void this.send(connection);
  }

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.callback(this.fault ?? error);
  }

  handleReadyForQuery(): void {
    this.callback();
  }

  private async send(connection: CopyConnection): Promise<void> {
    try {
      for await (const part of this.parts) connection.sendCopyFromChunk(Buffer.from(part));
      connection.endCopyFrom();
    } catch (error) {
      this.fault = error instanceof Error ? error : new Error(String(error));
      connection.sendCopyFail('the sender gave up');
    }
  }
}
