import { writeFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';

/** What would have to change for the database to be as the entities say; nothing when they agree. */
export async function drift(source: DataSource): Promise<{ up: string[]; down: string[] }> {
  const log = await source.driver.createSchemaBuilder().log();
  return { up: log.upQueries.map(({ query }) => query), down: log.downQueries.map(({ query }) => query).reverse() };
}

/** Writes statements as a TypeORM migration, for a person to read and complete. */
export function writeMigration(file: string, className: string, { up, down }: { up: string[]; down: string[] }): void {
  const lines = (statements: string[]) =>
    statements.map((text) => `    await runner.query(${JSON.stringify(text)});`).join('\n');
  writeFileSync(
    file,
    `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  name = '${className}';

  async up(runner: QueryRunner): Promise<void> {
${lines(up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${lines(down)}
  }
}
`,
  );
}
