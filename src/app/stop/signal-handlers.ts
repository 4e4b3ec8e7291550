import { textAt } from '../../sensors/root.ts'

/**
 * Whether a process handles a signal: bit N-1 of SigCgt in /proc/PID/status (proc_pid_status(5)).
 * @returns false where the system does not report it
 */
export function handlesSignal(pid: number, signal: number): boolean {
  const mask = /^SigCgt:\s*([0-9a-f]+)$/m.exec(textAt('/', `proc/${pid}/status`) ?? '')?.[1]
  return mask !== undefined && (BigInt(`0x${mask}`) & (1n << BigInt(signal - 1))) !== 0n
}
