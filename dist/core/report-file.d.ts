import { type Report } from './report.js';
/** The report as it is written to files: JSON, two spaces, last newline. */
export declare function reportText(report: Report): string;
/**
 * Reads a report file. A reader never guesses: another file or an unknown schema is a configuration error; a cut report or a figure that
 * no measurement can have (negative, NaN, against another figure of the report) is a measurement error, so that the verdict is indeterminate and never a pass.
 * @param text content of the file
 * @param file its name, for messages
 * @example readReport(JSON.stringify(judgeReport(unjudged({ kind: 'job', name: 'a' }), VERSION, [], { doubt: null, ownScopes: ['job'] })), 'a.json').subject.name // "a"
 */
export declare function readReport(text: string, file: string): Report;
/**
 * Reads a report whose figures may contradict each other, for a reader that has another figure to put in its place.
 * @throws ConfigurationError, MeasurementError as readReport
 */
export declare function parseReport(text: string, file: string): Report;
/**
 * Whether a text that is not whole JSON is the beginning of a report, an empty one included. JSON lines, as trackers write them, are not.
 * @example beginsAsReport('{"schema": "carb') // true
 */
export declare function beginsAsReport(text: string): boolean;
