/**
 * Reads an RFC 3339 time with its zone, seconds optional: APIs write `2018-01-20T12:00Z`, some with seven decimals.
 * @returns Unix time, s; null when the text is not such a time (also for 31 February)
 */
export declare function instantOf(text: unknown): number | null;
/** Reads a time that a user wrote. @returns Unix time, s @throws ConfigurationError */
export declare function parseInstant(text: string, name: string): number;
/** A time for APIs and reports: `2026-11-24T12:00:00Z`. @param instant Unix time, s */
export declare function instantText(instant: number): string;
