import { execFileSync } from 'node:child_process'

/** Compiles the sources once, so that tests run entries as real processes. */
export default function setup(): void {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
}
