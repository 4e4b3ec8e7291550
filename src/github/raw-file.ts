import type { FilePlace } from './contents.ts'

/** Largest file that is read, bytes: that of the contents API's own reader. */
const MAX_BYTES = 100_000

/** What the contents API answered. `failed`: no answer in time, or one that says nothing about the file. */
export type RawFile =
  | { readonly state: 'file'; readonly text: string }
  | { readonly state: 'none' }
  | { readonly state: 'failed' }

const FAILED: RawFile = { state: 'failed' }

/**
 * Reads a file through the contents API with Node's own client, for `main`: loading the API library takes a second, and loading
 * `fetch` alone twice the CPU time of everything else that `main` does (bench/startup.ts).
 * @param api GITHUB_API_URL
 */
export async function readRawFile(
  { api, token }: { readonly api: string; readonly token: string },
  { owner, repo, path, ref }: FilePlace,
  signal: AbortSignal,
): Promise<RawFile> {
  try {
    const file = path.split('/').map(encodeURIComponent).join('/')
    const url = new URL(`${api}/repos/${owner}/${repo}/contents/${file}?ref=${encodeURIComponent(ref)}`)
    const { get } = url.protocol === 'http:' ? await import('node:http') : await import('node:https')
    const headers = {
      accept: 'application/vnd.github.raw+json',
      authorization: `Bearer ${token}`,
      'user-agent': 'carbon-gate',
    }
    return await new Promise<RawFile>((resolve) => {
      // No redirect is followed: it could lead the token elsewhere.
      const request = get(url, { headers, signal }, (answer) => {
        const { statusCode } = answer
        let text = ''
        answer.setEncoding('utf8')
        answer.on('error', () => resolve(FAILED))
        answer.on('data', (chunk: string) => {
          text += chunk
          if (text.length > MAX_BYTES) request.destroy(new Error('too large'))
        })
        answer.on('end', () => {
          // Servers that do not know the raw format (Gitea, Forgejo) answer with JSON.
          const isJson = /^application\/json\b/i.test(answer.headers['content-type'] ?? '')
          if (statusCode === 200) resolve(isJson ? fileInJson(text) : { state: 'file', text })
          // A missing commit has the same status as a missing file, and says nothing about the file.
          else resolve(statusCode === 404 && !/no commit found/i.test(text) ? { state: 'none' } : FAILED)
        })
      })
      request.on('error', () => resolve(FAILED))
    })
  } catch {
    return FAILED
  }
}

/** Reads a file from the JSON answer of the contents API. Fails for a folder or a link. */
function fileInJson(answer: string): RawFile {
  try {
    const { type, encoding, content } = JSON.parse(answer) as Record<string, unknown>
    if (type !== 'file' || encoding !== 'base64' || typeof content !== 'string') return FAILED
    return { state: 'file', text: Buffer.from(content, 'base64').toString('utf8') }
  } catch {
    return FAILED
  }
}
