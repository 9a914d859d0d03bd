// Runs statements in DuckDB, which is installed in the folder of the first argument, and writes the rows of the last as JSON.
'use strict';
const { createRequire } = require('node:module');

const [installed, ...statements] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(`${installed}/package.json`)('@duckdb/node-api');

async function run() {
  const connection = await (await DuckDBInstance.create()).connect();
  let read;
  for (const statement of statements) read = await connection.runAndReadAll(statement);
  process.stdout.write(JSON.stringify(read.getRowObjectsJson()));
}

run().catch((error) => {
  process.stderr.write(String(error));
  process.exitCode = 1;
});
