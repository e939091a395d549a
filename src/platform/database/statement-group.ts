import pg from 'pg';

/** What a statement was answered. `rowCount` counts the rows that were read or touched, null where none could be. */
export type Answer<T extends object = object> = Pick<pg.QueryResult, 'command' | 'rowCount'> & { rows: T[] };

/** One statement on its way, and whoever waits for its answer. */
export interface Waiting {
  text: string;
  /** As they travel: text, or bytes. */
  values: (string | Buffer | null)[];
  /** Under which PostgreSQL keeps it prepared; none for a text that is not worth it. */
  name: string | undefined;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** Makes a value of the text that PostgreSQL writes. */
export type Reader = (text: string) => unknown;

type Row = Record<string, unknown>;

/** What the rows of an answer are made of. */
interface Columns {
  names: string[];
  readers: Reader[];
  /** A row of nulls, to copy: an object that gets its columns one by one is slow to make and to read from a dozen on. */
  empty: Row;
}

/** What PostgreSQL keeps prepared on a connection, by name, with the columns that it answers once they are known. */
export type Prepared = Map<string, { columns?: Columns }>;

const noColumns: Columns = { names: [], readers: [], empty: {} };

/** The messages of PostgreSQL's extended protocol, as `pg` writes them. */
interface Wire {
  stream: { cork(): void; uncork(): void };
  close(message: { type: 'S'; name: string }): void;
  parse(message: { text: string; name: string | undefined }): void;
  bind(message: { statement: string | undefined; values: Waiting['values'] }): void;
  describe(message: { type: 'P' }): void;
  execute(message: undefined): void;
  sync(): void;
}

interface Described {
  fields: { name: string; dataTypeID: number; format: 'text' | 'binary' }[];
}

/**
 * Statements of one moment, sent in one write and answered in one: PostgreSQL reads them all, and writes its answers when
 * it has done the last. Each is prepared once on a connection and its columns are described once; after that only values
 * and rows travel. The first that is refused ends the group: those behind it are not done and are refused with its error.
 */
export class StatementGroup extends pg.Query {
  private readonly answers: Answer[] = [];
  private answer: Answer = { command: '', rowCount: null, rows: [] };
  private columns: Columns | undefined;
  private unreadable: Error | undefined;

  constructor(
    private readonly statements: Waiting[],
    private readonly prepared: Prepared,
    private readonly readerOf: (typeId: number) => Reader,
  ) {
    super({ text: '' });
  }

  /** Called by `pg` when it is this group's turn to be written. */
  override submit = (connection: pg.Connection): void => {
    const wire = connection as unknown as Wire;
    wire.stream.cork();
    for (const { text, values, name } of this.statements) {
      const known = name === undefined ? undefined : this.prepared.get(name);
      if (!known) {
        if (name !== undefined) {
          // A name may be taken by a statement that was refused after it was prepared; closing what is not there is no error.
          wire.close({ type: 'S', name });
          this.prepared.set(name, {});
        }
        wire.parse({ text, name });
      }
      wire.bind({ statement: name, values });
      if (!known) wire.describe({ type: 'P' });
      wire.execute(undefined);
    }
    wire.sync();
    wire.stream.uncork();
  };

  handleRowDescription({ fields }: Described): void {
    const names = fields.map(({ name }) => name);
    this.columns = {
      names,
      readers: fields.map(({ dataTypeID }) => this.readerOf(dataTypeID)),
      empty: JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null])))) as Row,
    };
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const { names, readers, empty } = (this.columns ??= this.known()?.columns ?? noColumns);
    const row = { ...empty };
    try {
      for (let at = 0; at < names.length; at += 1) {
        const text = fields[at]!;
        if (text !== null) row[names[at]!] = readers[at]!(text);
      }
    } catch (error) {
      this.unreadable ??= error as Error;
    }
    this.answer.rows.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const words = text.split(' ');
    const count = words.length > 1 ? Number(words.at(-1)) : NaN;
    this.answer.command = words[0]!;
    this.answer.rowCount = Number.isNaN(count) ? null : count;
    const known = this.known();
    if (known) known.columns ??= this.columns ?? noColumns;
    this.answers.push(this.answer);
    this.answer = { command: '', rowCount: null, rows: [] };
    this.columns = undefined;
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  handleReadyForQuery(): void {
    for (const [index, statement] of this.statements.entries()) {
      if (this.unreadable) statement.reject(this.unreadable);
      else statement.resolve(this.answers[index]!);
    }
  }

  /** Those before the refused one were done, in a transaction that can only be undone now. */
  handleError(error: Error): void {
    for (const [index, statement] of this.statements.entries()) {
      const answer = this.answers[index];
      if (answer) statement.resolve(answer);
      else {
        if (statement.name !== undefined) this.prepared.delete(statement.name);
        statement.reject(error);
      }
    }
  }

  private known(): { columns?: Columns } | undefined {
    const { name } = this.statements[this.answers.length]!;
    return name === undefined ? undefined : this.prepared.get(name);
  }
}
