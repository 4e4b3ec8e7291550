#!/usr/bin/env node
import { isatty } from 'node:tty'
import { runProgram } from '../app/commands/program.ts'
import { processConsole } from '../app/console.ts'

const terminals = [0, 1, 2].filter(isatty)

const status = await runProgram(process.argv.slice(2), { console: processConsole(process.env), env: process.env })

// At its exit Node restores the mode of its terminal, and aborts with a core dump if the terminal is gone. SIGHUP ends the process before
// that. The exit status is then that of the signal.
if (!terminals.every(isatty)) process.kill(process.pid, 'SIGHUP')

// Everything was written synchronously: what a library left open must not delay the exit.
process.exit(status)
