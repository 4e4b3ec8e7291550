/** What exhausted resources of the system mean for its user, by error code. They are faults of the environment, not of a setting. */
const SYSTEM_FAULTS: Readonly<Record<string, string>> = {
  EMFILE: 'too many files are open: raise the limit (`ulimit -n`)',
  ENFILE: 'too many files are open on this machine',
  EAGAIN: 'too many processes: raise the limit (`ulimit -u`)',
  ENOMEM: 'no memory is left',
}

/** The line about an error that the system raised for lack of a resource; null for any other error. */
export function systemFault(error: unknown): string | null {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  return SYSTEM_FAULTS[code ?? ''] ?? null
}
