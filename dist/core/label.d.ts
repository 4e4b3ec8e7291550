/** Classes of the label: upper end as a share of the budget, and the EU energy label's colours. D is the pass line. */
export declare const LABEL_CLASSES: readonly [{
    readonly letter: 'A';
    readonly upTo: 0.25;
    readonly colour: '#009640';
}, {
    readonly letter: 'B';
    readonly upTo: 0.5;
    readonly colour: '#52AE32';
}, {
    readonly letter: 'C';
    readonly upTo: 0.75;
    readonly colour: '#C8D400';
}, {
    readonly letter: 'D';
    readonly upTo: 1;
    readonly colour: '#FFED00';
}, {
    readonly letter: 'E';
    readonly upTo: 1.5;
    readonly colour: '#FBBA00';
}, {
    readonly letter: 'F';
    readonly upTo: 2;
    readonly colour: '#EC6608';
}, {
    readonly letter: 'G';
    readonly upTo: number;
    readonly colour: '#E30613';
}];
export type Label = (typeof LABEL_CLASSES)[number]['letter'];
/**
 * The letter for a share of the budget (1 = all of it).
 * @throws QuantityError
 * @example labelOf(0.81) // "D"
 */
export declare function labelOf(share: number): Label;
