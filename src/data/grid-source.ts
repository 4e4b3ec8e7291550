import type { IntensityKind } from '../core/footprint.ts'

/** Where a static grid figure comes from. */
export interface GridSource {
  /** For people, next to the figure. */
  readonly name: string
  /** `lifecycle` counts fuel supply and construction, `direct` what leaves the stacks, `average` mixes both. */
  readonly kind: IntensityKind
  readonly licence: string
  readonly url: string
}

/** Sources of src/data/grid-table.ts by the key it uses. All may be shipped with an MIT project; docs/data-sources.md has the notices. */
export const GRID_SOURCES: Readonly<Record<string, GridSource>> = {
  owid: {
    name: 'Our World in Data / Ember',
    kind: 'lifecycle',
    licence: 'CC-BY-4.0',
    url: 'https://ourworldindata.org/grapher/carbon-intensity-electricity',
  },
  ember: {
    name: 'Ember, yearly electricity data',
    kind: 'lifecycle',
    licence: 'CC-BY-4.0',
    url: 'https://ember-energy.org/data/yearly-electricity-data/',
  },
  egrid: {
    name: 'US EPA eGRID',
    kind: 'direct',
    licence: 'public domain (US government)',
    url: 'https://www.epa.gov/egrid/summary-data',
  },
  google: {
    name: 'Google region-carbon-info',
    kind: 'direct',
    licence: 'Apache-2.0',
    url: 'https://github.com/GoogleCloudPlatform/region-carbon-info',
  },
  nga: {
    name: 'Australian National Greenhouse Accounts Factors',
    kind: 'direct',
    licence: 'CC-BY-4.0',
    url: 'https://www.dcceew.gov.au/climate-change/publications/national-greenhouse-accounts-factors-2025',
  },
  codecarbon: {
    name: 'CodeCarbon',
    kind: 'average',
    licence: 'MIT',
    url: 'https://github.com/mlco2/codecarbon/tree/master/codecarbon/data/private_infra',
  },
  ipcc: {
    name: 'IPCC AR5 WG3 annex III, median of hydropower',
    kind: 'lifecycle',
    licence: 'fact',
    url: 'https://www.ipcc.ch/site/assets/uploads/2018/02/ipcc_wg3_ar5_annex-iii.pdf',
  },
}
