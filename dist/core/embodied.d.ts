import { type Range } from './range.js';
/**
 * What a figure of manufacture covers: a graphics card alone, the board of a computer, the whole machine, or the machine with its
 * share of the building. The same chip differs by a factor of 2 to 5 between them.
 */
export declare const BOUNDARIES: readonly ['card', 'board', 'host', 'building'];
export type Boundary = (typeof BOUNDARIES)[number];
/** What a figure leaves out where it lacks embodied emissions: of all of its hardware, or of a part. */
export declare const OMITTED_HARDWARE: {
    readonly all: 'manufacture of the hardware';
    readonly logs: 'hardware (the logs have none)';
    readonly serving: 'manufacture of the machines that serve the model';
    readonly elsewhere: 'hardware of the models elsewhere';
};
/**
 * Years that a machine works. Hosted: Microsoft and Alphabet depreciate servers over 6 years (annual reports for 2023), Amazon over 5 to 6 (2025).
 * Owned: 4 years, as the SCI's example, Impact Framework and the makers' product footprints assume.
 */
export declare const LIFETIME_YEARS: {
    readonly hosted: 6;
    readonly owned: 4;
    readonly low: 4;
    readonly high: 6;
};
/** One piece of hardware and the share of it that is reserved. */
export interface HardwarePart {
    readonly name: string;
    /** Manufacture of the whole piece, kg CO2e; never its use phase. */
    readonly kg: Range;
    readonly boundary: Boundary;
    /** Share of the piece that is reserved, 0 to 1: threads of a host, or 1. */
    readonly share: number;
    readonly source: string;
}
/** The hardware that work reserves. */
export interface Hardware {
    readonly parts: readonly HardwarePart[];
    /** Years. */
    readonly lifetimeYears: Range;
}
/**
 * The range of a lifetime.
 * @param isHosted whether a cloud or a CI service runs the machine
 * @param given years that the user states; the range is then that value alone
 * @returns years
 * @throws QuantityError
 */
export declare function lifetimeYears(isHosted: boolean, given?: number): Range;
/**
 * Share of the hardware's manufacture for a reservation (SCI 1.1, ISO/IEC 21031: M = TE x TiR/EL x RR/ToR).
 * @param hardware what is reserved; its masses in kg CO2e
 * @param seconds time reserved, s, at least 0
 * @returns g CO2e; null without hardware
 * @throws QuantityError
 * @example embodiedShare({ parts: [{ kg: makeRange(1752), share: 4 / 128, ... }], lifetimeYears: makeRange(4) }, 3600)?.value // 1.5625 g
 */
export declare function embodiedShare({ parts, lifetimeYears: years }: Hardware, seconds: number): Range | null;
/** The widest boundary among the parts; null without parts. */
export declare function widestBoundary({ parts }: Pick<Hardware, 'parts'>): Boundary | null;
