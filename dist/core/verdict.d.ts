/** `indeterminate`: no trustworthy figure, never a pass. `none`: no budget. `not-judged`: outside the current scope. */
export declare const VERDICTS: readonly ['fail', 'indeterminate', 'pass', 'none'];
export type Verdict = (typeof VERDICTS)[number];
export type LineVerdict = Verdict | 'not-judged';
/** Why a figure must not be judged, with the meaning of each code. Reports carry the code in `figure.reason_code`. */
declare const DOUBTS: {
    readonly 'no-figure': 'neither energy nor emissions are known';
    readonly 'low-coverage': 'the samples cover less of the time than min-coverage requires';
    readonly 'rows-refused': 'rows of the logs were refused';
    readonly 'monthly-export': "a cloud provider's monthly export is not the energy of a job";
    readonly 'part-untrusted': 'the figure of a part is not trustworthy';
    readonly 'energy-missing': 'some energy is known to be missing; this matters only with a budget line';
    readonly 'jobs-unknown': 'the list of jobs of the run is missing or incomplete';
    readonly 'reports-broken': 'reports of jobs cannot be read';
};
export type Doubt = keyof typeof DOUBTS;
/**
 * Combines the verdicts of several lines: fail > indeterminate > pass > none. An untrusted figure is indeterminate even without a line.
 */
export declare function combineVerdicts(lines: readonly {
    readonly verdict: LineVerdict;
}[], { trusted }: {
    readonly trusted: boolean;
}): Verdict;
/**
 * Whether a report's figure itself cannot be trusted. Its verdict may also be indeterminate because the budgets are unknown or a line
 * could not be judged (water or units unknown) although the figure is sound. Reports of earlier versions do not say which: all of their
 * indeterminate ones are doubtful.
 * @example isDoubtful({ verdict: 'pass', figure: { trusted: false } }) // true
 */
export declare function isDoubtful(report: {
    readonly verdict: Verdict;
    readonly figure?: {
        readonly trusted: boolean;
    } | undefined;
}): boolean;
export {};
