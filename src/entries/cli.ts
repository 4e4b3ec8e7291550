#!/usr/bin/env node
import { runProgram } from '../app/commands/program.ts'
import { processConsole } from '../app/console.ts'

// Everything was written synchronously: what a library left open must not delay the exit.
process.exit(await runProgram(process.argv.slice(2), { console: processConsole(process.env), env: process.env }))
