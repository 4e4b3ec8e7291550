/** The fields of an error of the YAML library, which core does not import. */
interface YamlError {
    readonly message: string;
    readonly code?: string;
    readonly linePos?: readonly [{
        readonly line: number;
    }, ...unknown[]];
}
/** What is wrong with a YAML text. */
export interface YamlFault {
    /** On one line, without the place. */
    readonly text: string;
    /** Its line, from 1; null: unknown. */
    readonly line: number | null;
}
/**
 * Words an error of the YAML library, whose own message ends with the place and an excerpt of several lines.
 * @example yamlFault({ message: 'Map keys must be unique at line 2, column 1:\n\na: 2\n^' }).text // 'Map keys must be unique'
 */
export declare function yamlFault({ message, code, linePos }: YamlError): YamlFault;
/** The same as one text: `Map keys must be unique, line 2`. */
export declare function placedFault(error: YamlError): string;
export {};
