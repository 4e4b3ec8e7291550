/** Version of the tool, as in package.json (a test compares them). */
export declare const VERSION = "1.0.0";
