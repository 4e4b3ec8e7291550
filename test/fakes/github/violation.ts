// What a client must not do and what the fake must not answer: a test demands that there is none.

export interface Violation {
  readonly kind: 'unknown operation' | 'request' | 'response' | 'fake'
  readonly method: string
  readonly path: string
  readonly errors: readonly string[]
}
