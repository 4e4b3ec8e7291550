import type { AdviceFacts } from './advice-facts.js';
/** One piece of advice: what to do, and the evidence in one line. */
export interface Advice {
    readonly code: string;
    readonly text: string;
    readonly evidence: string;
    /** Saving, g; 0 if only a comparison can show it. */
    readonly savingG: number;
}
/** The most useful advice, largest savings first, at most two. */
export declare function adviceFor(facts: AdviceFacts): readonly Advice[];
