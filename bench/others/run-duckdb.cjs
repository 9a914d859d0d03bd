// Runs statements in DuckDB, in this process, as its parent sends them: tells how long they took all together, in milliseconds.
'use strict';
const { createRequire } = require('node:module');

const [installed, file] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(`${installed}/package.json`)('@duckdb/node-api');

async function run() {
  const connection = await (await DuckDBInstance.create(file)).connect();
  process.on('message', async (statements) => {
    try {
      const begun = performance.now();
      let rows = 0;
      for (const statement of statements)
        rows += (await connection.runAndReadAll(statement)).getRows().length;
      process.send({ millis: performance.now() - begun, rows });
    } catch (error) {
      process.send({ failed: String(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
  process.send({ ready: true });
}

void run();
