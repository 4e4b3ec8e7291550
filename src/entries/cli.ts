#!/usr/bin/env node
import { isatty } from 'node:tty'
import { runProgram } from '../app/commands/program.ts'
import { processConsole } from '../app/console.ts'

const terminals = [0, 1, 2].filter(isatty)

const status = await runProgram(process.argv.slice(2), { console: processConsole(process.env), env: process.env })

// Node aborts at its exit when the terminal on which it started has gone (it cannot restore its mode). The signal ends it without.
if (!terminals.every(isatty)) process.kill(process.pid, 'SIGHUP')

// Everything was written synchronously: what a library left open must not delay the exit.
process.exit(status)
