import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ProcessTree } from '../../../src/app/measure/process-tree.ts'
import { TREE_VARIABLE, markVariable, newMark } from '../../../src/app/measure/tree-mark.ts'
import { identify, isRunning, ticksOfUptime } from '../../../src/sensors/process-identity.ts'
import { listProcesses, parsePs, parseStat } from '../../../src/sensors/process-list.ts'
import { waitUntil } from '../../wait-until.ts'

/** Starts a shell script in a tree of its own; the script prints `ready`, and `pid=` for each process that the test needs. */
async function startTree(
  script: string,
  processes = 0,
): Promise<{ child: ChildProcess; tree: ProcessTree; pids: number[] }> {
  const mark = newMark(identify(process.pid))
  const child = spawn('sh', ['-c', script], {
    env: { ...process.env, [TREE_VARIABLE]: markVariable(mark, undefined) },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let text = ''
  child.stdout.on('data', (data: Buffer) => (text += data.toString()))
  const findPids = (): number[] => [...text.matchAll(/pid=(\d+)\n/g)].map(([, pid]) => Number(pid))
  await waitUntil(() => text.includes('ready') && findPids().length >= processes)
  const pids = findPids()
  // A shell prints the number of a process before the process has loaded its program.
  await waitUntil(() => pids.every((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8') === 'sleep\n'))
  return { child, tree: new ProcessTree(identify(child.pid ?? 0), mark), pids }
}

describe.skipIf(process.platform !== 'linux')('process tree', () => {
  it.each([
    ['a grandchild', 'sleep 60 & echo pid=$!; echo ready; wait'],
    ['a child whose parent ended', '(sleep 60 & echo pid=$!); echo ready; sleep 60'],
    ['a process in a session of its own', 'setsid sleep 60 & echo pid=$!; echo ready; wait'],
    ['a daemon made by a double fork', 'setsid -f sh -c "echo pid=\\$\\$; exec sleep 60"; echo ready; sleep 60'],
    ['a background job that ignores hangups', 'nohup sleep 60 >/dev/null 2>&1 & echo pid=$!; echo ready; wait'],
    ['a child with a cleared environment', 'env -i sleep 60 & echo pid=$!; echo ready; wait'],
    // Stopped only when it has loaded its program.
    [
      'a suspended process, which handles it at once',
      'sleep 60 & pid=$!; sleep 0.3; kill -STOP $pid; echo pid=$pid; echo ready; wait',
    ],
    [
      'an orphan with a cleared environment in the group of a member',
      'setsid sh -c "(env -i sleep 60 & echo pid=\\$!); sleep 60" & echo ready; wait',
    ],
  ])('a signal reaches %s', async (_kind, script) => {
    const { child, tree, pids } = await startTree(script, 1)
    expect(pids).toHaveLength(1)
    const [target] = pids.map(identify)
    expect(target && isRunning(target)).toBe(true)
    tree.signal('SIGTERM')
    await waitUntil(() => tree.members().length === 0)
    expect(target && isRunning(target)).toBe(false)
    expect(child.killed).toBe(false)
    expect(tree.members()).toEqual([])
  })

  it('does not signal other processes, even in our own process group', async () => {
    const other = spawn('sleep', ['60'])
    const otherTree = await startTree('sleep 60 & echo pid=$!; echo ready; wait', 1)
    const { tree } = await startTree('sleep 60 & echo pid=$!; echo ready; wait', 1)
    tree.signal('SIGKILL')
    await waitUntil(() => tree.members().length === 0)
    expect(isRunning(identify(other.pid ?? 0))).toBe(true)
    expect(otherTree.tree.members()).toHaveLength(2)
    other.kill('SIGKILL')
    otherTree.tree.signal('SIGKILL')
  })

  it('does not take a reused process number for a member', () => {
    const stranger = spawn('sleep', ['60'])
    const identity = identify(stranger.pid ?? 0)
    const tree = new ProcessTree({ pid: identity.pid, startTicks: String(Number(identity.startTicks) - 1) }, 'no-mark')
    expect(tree.members()).toEqual([])
    expect(tree.signal('SIGTERM')).toEqual([])
    expect(isRunning(identity)).toBe(true)
    stranger.kill('SIGKILL')
  })

  it('signals a process once, and none that its signal handler starts', async () => {
    const { child, tree } = await startTree(
      `trap 'echo got; (echo saved; sleep 0.3; echo kept)' TERM; sleep 60 & echo ready; wait $!; wait`,
    )
    let text = ''
    child.stdout?.on('data', (data: Buffer) => (text += data.toString()))
    tree.signal('SIGTERM')
    await once(child, 'close')
    expect(text.trim().split('\n')).toEqual(['got', 'saved', 'kept'])
  })

  it('counts the time since boot in whole ticks, so that no process of the same tick is older', () => {
    const ticks = [1_990_006, 1_990_008, 1_990_015, 500_029]
    expect(ticks.map((tick) => ticksOfUptime(`${(tick / 100).toFixed(2)} 28684.46\n`))).toEqual(ticks)
    expect(ticksOfUptime('')).toBeNull()
  })

  it('a nested measurement that still runs passes signals on itself; SIGKILL reaches all', async () => {
    const inner = newMark(identify(process.pid))
    const mark = newMark(identify(process.pid))
    const child = spawn('sleep', ['60'], { env: { ...process.env, [TREE_VARIABLE]: `${mark},${inner}` } })
    const tree = new ProcessTree({ pid: 999_999_999, startTicks: '1' }, mark)
    await waitUntil(() => tree.members().length > 0)
    expect(tree.signal('SIGTERM')).toEqual([])
    expect(tree.signal('SIGKILL').map(({ pid }) => pid)).toEqual([child.pid])
  })

  it('reports the CPU time of the processes that run', async () => {
    const { tree } = await startTree('echo ready; while :; do :; done')
    await waitUntil(() => (tree.cpuMs() ?? 0) >= 100)
    expect(tree.cpuMs()).toBeGreaterThanOrEqual(100)
    tree.signal('SIGKILL')
  })
})

describe('list of processes', () => {
  it.skipIf(process.platform === 'win32')('contains this process with its parent', () => {
    expect(listProcesses().find(({ pid }) => pid === process.pid)).toMatchObject({
      parent: process.ppid,
      hasEnded: false,
      isSuspended: false,
    })
  })

  it('reads a name with parentheses and spaces', () => {
    const rest = '7 40 41 0 -1 0 0 0 0 0 3 4 5 6 20 0 1 0 777 0'
    expect(parseStat(9, `9 (a) R (b)) Z ${rest}`)).toEqual({
      pid: 9,
      startTicks: '777',
      parent: 7,
      group: 40,
      session: 41,
      hasEnded: true,
      isSuspended: false,
      cpuMs: 180,
    })
    expect(parseStat(9, 'garbage')).toBeNull()
  })

  it('reads the output of ps', () => {
    const text =
      '  501   1   501 Ss   Sat Nov 28 10:00:00 2026    \n  502 501   501 Z+   Sat Nov 28 10:00:01 2026\nnoise\n'
    expect(parsePs(text).map(({ pid, parent, group, hasEnded }) => [pid, parent, group, hasEnded])).toEqual([
      [501, 1, 501, false],
      [502, 501, 501, true],
    ])
    expect(parsePs(text)[0]?.startTicks).toBe('Sat Nov 28 10:00:00 2026')
  })
})
