import { MeasurementError } from '../core/errors.ts'

/**
 * Reads a body as text up to a limit and aborts a longer one. Ignores the declared length and counts the bytes
 * after decompression.
 * @throws MeasurementError if it is longer; errors of the stream if it breaks off
 */
export async function readCapped(response: Response, limitBytes: number): Promise<string> {
  if (Number(response.headers.get('content-length') ?? 0) > limitBytes) {
    void response.body?.cancel()
    throw tooLong(limitBytes)
  }
  if (!response.body) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > limitBytes) throw tooLong(limitBytes) // leaving the loop cancels the stream
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function tooLong(limitBytes: number): MeasurementError {
  return new MeasurementError(`its answer is longer than ${limitBytes / 2 ** 20} MiB`)
}
