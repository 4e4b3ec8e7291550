/** Grams in one unit of mass. The pound is exact by definition (International yard and pound agreement, 1959). */
export declare const GRAMS_PER: {
    readonly mg: 0.001;
    readonly g: 1;
    readonly kg: 1000;
    readonly t: 1000000;
    readonly lb: 453.59237;
};
/** Joules in one unit of energy (SI; 1 Wh = 3,600 J exactly). */
export declare const JOULES_PER: {
    readonly J: 1;
    readonly kJ: 1000;
    readonly MJ: 1000000;
    readonly mWh: 3.6;
    readonly Wh: 3600;
    readonly kWh: 3600000;
    readonly MWh: 3600000000;
};
export type EnergyUnit = keyof typeof JOULES_PER;
/**
 * Grid intensity from pounds of CO2 per MWh (eGRID, WattTime) to g/kWh: 1 lb/MWh = 0.45359237 g/kWh.
 * @throws QuantityError
 * @example gramsPerKwhFromPoundsPerMwh(1000) // 453.59
 */
export declare function gramsPerKwhFromPoundsPerMwh(value: number): number;
/** The kinds of quantity that a budget may limit, with the units it may be written in. Base units: g, Wh, L. */
export declare const METRICS: {
    readonly emissions: {
        readonly base: 'g';
        readonly units: {
            readonly mg: 0.001;
            readonly g: 1;
            readonly kg: 1000;
            readonly t: 1000000;
            readonly lb: 453.59237;
        };
    };
    readonly energy: {
        readonly base: 'Wh';
        readonly units: Record<"J" | "MJ" | "MWh" | "Wh" | "kJ" | "kWh" | "mWh", number>;
    };
    readonly water: {
        readonly base: 'L';
        readonly units: {
            readonly mL: 0.001;
            readonly L: 1;
        };
    };
};
export type Metric = keyof typeof METRICS;
/** What ledgers and renderers call the figure of each metric. */
export declare const FIGURE_OF: {
    readonly emissions: 'g';
    readonly energy: 'wh';
    readonly water: 'l';
};
/** Every unit of a limit, in the order of messages. */
export declare const LIMIT_UNITS: readonly string[];
/**
 * Metric and size of a limit's unit. Upper and lower case count: mWh is a milliwatt-hour, MWh a megawatt-hour.
 * @returns the metric and how many of its base unit (g, Wh, L) one of this unit is
 * @throws ConfigurationError if no limit is written in that unit
 */
export declare function limitUnit(unit: string): {
    metric: Metric;
    factor: number;
};
