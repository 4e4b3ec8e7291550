/** What the ledger's branch says about itself. */
export const LEDGER_README = `# Carbon ledger

Written by Carbon Gate: one line for each CI job, with its energy (Wh), emissions (g CO2e) and where the figures come from. Files only
grow; please do not edit them, and protect the branch against force pushes.

- \`ledger/v1/year=YYYY/month=MM/day=DD/HH.ndjson\`: entries by the hour (UTC) in which the job ended.
- Totals of each month are in a ref of the same name that ends with \`-totals\`, so that a job reads them with one small fetch.
- \`carbon-gate ledger verify\` checks all of it. \`carbon-gate schema ledger\` prints the schema of a line.
- DuckDB reads it in place: \`SELECT month, sum(g) FROM read_json('ledger/v1/**/*.ndjson', hive_partitioning = true) GROUP BY month\`.
- To delete the ledger, delete the branch, its \`-totals\` ref and \`refs/carbon-gate/inbox/*\`.
`
