import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { cpuKey } from '../src/data/cpu-name.ts'
import { architectureOf } from '../src/data/architectures.ts'
const rows = parse(readFileSync(process.argv[2]!, 'utf8'), { columns: true }) as Record<string, string>[]
const out = ['id,key,arch,platform,make2,ayear,node']
for (const r of rows) {
  const k = cpuKey(r['cpu_name']!)
  const a = architectureOf(k)
  out.push([r['id'], k, a?.id ?? '?', a?.platform ?? '?', a?.make ?? '?', a?.year ?? '', a?.nodeNm ?? ''].join(','))
}
console.log(out.join('\n'))
