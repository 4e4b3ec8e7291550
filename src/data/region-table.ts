export const REGION_TABLE = ``
export const PUE_TABLE = ``
