/** A label that was put on or taken off a pull request. */
export interface LabelEvent {
  readonly event: 'labeled' | 'unlabeled'
  readonly label: string
  /** Null when the account is gone. */
  readonly actor: string | null
  /** RFC 3339. */
  readonly at: string
}

/** Levels of the collaborators API; maintain reads as write and triage as read there. */
export type AccessLevel = 'admin' | 'write' | 'read' | 'none'

export interface Waiver {
  readonly label: string
  readonly by: string
  readonly at: string
}

/** GitHub's labels differ by more than their case. */
export function isLabel(name: string, label: string): boolean {
  return name.toLowerCase() === label.toLowerCase()
}

/** The event that put the label where it is now; null when it was taken off again or was never there. */
export function labelling(events: readonly LabelEvent[], label: string): LabelEvent | null {
  const last = events.findLast((event) => isLabel(event.label, label))
  return last?.event === 'labeled' ? last : null
}

/**
 * Who waived: the last account that set the label, if it may write to the repository. Authors and bots get no exception:
 * an author with write access could change the budget as well, a bot without it could be made to set a label by any user.
 */
export function waiverOf(set: LabelEvent | null, level: AccessLevel): Waiver | null {
  if (set?.actor === null || set === null) return null
  return level === 'admin' || level === 'write' ? { label: set.label, by: set.actor, at: set.at } : null
}
