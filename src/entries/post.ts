import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { cancellation } from '../app/action/cancellation.ts'
import type { Act } from './act.ts'

// Before anything else is loaded: a job that is cancelled now must still leave its verdict.
const cancelled = cancellation()
const bundle = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'act', 'index.js')
const { act } = (await import(/* webpackIgnore: true */ pathToFileURL(bundle).href)) as { act: Act }
await act('post', cancelled)
// A library's forgotten timer or socket must not hold the job.
process.exit()
