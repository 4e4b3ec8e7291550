#!/usr/bin/env node
import { runProgram } from '../app/commands/program.ts'
import { processConsole } from '../app/console.ts'

// Everything was written synchronously: nothing that a library left waiting may hold the caller.
process.exit(await runProgram(process.argv.slice(2), { console: processConsole(process.env), env: process.env }))
