import { readFileSync } from 'node:fs'
import { fit } from './power/fit.ts'
import { readServers } from './power/servers.ts'
import { predict } from '../src/core/power/predict.ts'
const servers = readServers(readFileSync(process.argv[2]!, 'utf8'))
const t = performance.now()
const model = fit(servers, 'x')
console.log(performance.now() - t, model.points.length)
console.log(JSON.stringify(model.spreads, (k, v) => (typeof v === 'number' ? Number(v.toFixed(3)) : v)))
console.log(JSON.stringify(model.imputation, (k, v) => (typeof v === 'number' ? Number(v.toFixed(3)) : v)))
const ape = servers.map((s) => { const p = predict(model, s.machine); return s.watts.flatMap((w, i) => w === null ? [] : [Math.abs(p.curve.points[i]!.watts / w - 1)]) }).flat()
console.log('in-sample', ape.reduce((a, b) => a + b) / ape.length)
