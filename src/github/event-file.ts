/** Variable with the path of the event's payload. */
const EVENT_PATH = 'GITHUB_EVENT_PATH'

/**
 * Loads a library of the toolkit without the event file, which it would read on import and which the job's own steps may have
 * rewritten: an invalid one would make the import fail, a pipe would block it for ever. We read that file ourselves.
 */
export async function withoutEventFile<T>(load: () => Promise<T>): Promise<T> {
  const file = process.env[EVENT_PATH]
  delete process.env[EVENT_PATH]
  try {
    return await load()
  } finally {
    if (file !== undefined) process.env[EVENT_PATH] = file
  }
}
