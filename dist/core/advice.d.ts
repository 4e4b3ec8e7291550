import type { AdviceFacts } from './advice-facts.js';
/** One piece of advice: what to do, and the evidence in one line. */
export interface Advice {
    readonly code: string;
    readonly text: string;
    readonly evidence: string;
    /** What it would have saved, g; 0 when only a comparison can tell. */
    readonly savingG: number;
}
/** The advice that is worth giving, most savings first, at most two. */
export declare function adviceFor(facts: AdviceFacts): readonly Advice[];
