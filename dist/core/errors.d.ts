/**
 * The three ways to fail, kept apart because a person does three different things about them:
 * mend the input (exit 2), mend the environment or the data (exit 3), report our bug (exit 70: any other error).
 */
/** The user's input is wrong. The message is one line: names the input, the value, and what would work. */
export declare class ConfigurationError extends Error {
    readonly name: string;
}
/** The data or the environment gives no trustworthy figure: the verdict is `indeterminate`, never a pass. */
export declare class MeasurementError extends Error {
    readonly name: string;
    /** What the figure was to come from, for the note in the report: a file, a sensor, a field. */
    readonly source: string | null;
    constructor(message: string, source?: string | null);
}
/** A number that no physical quantity can have (NaN, infinite, negative, out of range) reached a formula. */
export declare class QuantityError extends MeasurementError {
    readonly name: string;
    readonly quantity: string;
    readonly value: unknown;
    constructor(quantity: string, value: unknown, expected: string);
}
/** Describes why a file could not be read. @param error as thrown by a file system call, with its `code` */
export declare function describeReadError(error: unknown): string;
