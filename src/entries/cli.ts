#!/usr/bin/env node
import { runProgram } from '../app/commands/program.ts'
import { processConsole } from '../app/console.ts'

process.exitCode = await runProgram(process.argv.slice(2), { console: processConsole(process.env), env: process.env })
