import { ConfigurationError } from '../core/errors.ts'

/**
 * User, password or another part of an address without its percent encoding.
 * @param what whose address it is, for the message
 * @throws ConfigurationError that does not contain the part, because it may be a password
 */
export function decodedPart(text: string, what: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new ConfigurationError(
      `${what}: the address has a % that is not followed by two hexadecimal digits: write a % of a password as %25`,
    )
  }
}
