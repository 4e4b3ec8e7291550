/**
 * Where a JSON Schema of this project is published: its `$id`, and what `$schema` of a file may name, so that editors complete and check it.
 * @example schemaAddress('config') // "https://raw.githubusercontent.com/carbon-gate/carbon-gate/v1/docs/schema/config.json"
 */
export declare function schemaAddress(name: 'report' | 'config' | 'ledger' | 'plan'): string;
