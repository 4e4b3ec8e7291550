/**
 * Reads a duration: `15 min`, `2h`, `1 h 30 min`, `1.5 h`, or ISO 8601 `PT1H30M`. A number alone is refused: its unit would be a guess.
 * @param name of the setting, for the message
 * @returns s, above 0
 * @throws ConfigurationError
 */
export declare function parseDuration(text: string, name: string): number;
/** A duration for people: `15 min`, `2 h`, `1 h 30 min`, `2 d 3 h`. */
export declare function durationText(seconds: number): string;
