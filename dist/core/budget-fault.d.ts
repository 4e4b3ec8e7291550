/** One line of each kind that works; an error shows the one that fits what was written. */
export declare const EXAMPLE: {
    readonly job: '5 g';
    readonly scope: '20 g per workflow';
    readonly calendar: '2 kg per month';
    readonly organisation: '200 kg per month per organisation';
    readonly energy: '0.8 Wh';
    readonly unit: '40 mg per 1000 inferences';
    readonly growth: '+10 % vs main';
    readonly variant: '-20 % vs variant pytorch';
};
/** Why a budget line cannot be read. */
export declare class BudgetFault extends Error {
    /** Lines that may be what was meant. Not all of them can be read. */
    readonly meant: readonly string[];
    /** A line that works if none of those can be read; null: the reason itself says what to write. */
    readonly usual: string | null;
    constructor(why: string, usual: string | null, meant?: readonly string[]);
}
