/**
 * Carbon-free energy of Google Cloud regions, 2024: share of each hour's electricity that is from carbon-free sources, with Google's own
 * purchases (GoogleCloudPlatform/region-carbon-info, Apache-2.0). It is market-based, so it is shown beside the grid figure and changes nothing.
 */
const GOOGLE: Readonly<Record<string, number>> = {
  'africa-south1': 0.15,
  'asia-east1': 0.17,
  'asia-east2': 0.01,
  'asia-northeast1': 0.17,
  'asia-northeast2': 0.46,
  'asia-northeast3': 0.37,
  'asia-south1': 0.09,
  'asia-south2': 0.29,
  'asia-southeast1': 0.04,
  'asia-southeast2': 0.18,
  'australia-southeast1': 0.34,
  'australia-southeast2': 0.39,
  'europe-central2': 0.4,
  'europe-north1': 0.98,
  'europe-north2': 1.0,
  'europe-southwest1': 0.87,
  'europe-west1': 0.84,
  'europe-west10': 0.68,
  'europe-west12': 0.73,
  'europe-west2': 0.79,
  'europe-west3': 0.68,
  'europe-west4': 0.83,
  'europe-west6': 0.98,
  'europe-west8': 0.73,
  'europe-west9': 0.96,
  'me-central1': 0.01,
  'me-central2': 0.01,
  'me-west1': 0.07,
  'northamerica-northeast1': 0.99,
  'northamerica-northeast2': 0.84,
  'northamerica-south1': 0.19,
  'southamerica-east1': 0.88,
  'southamerica-west1': 0.92,
  'us-central1': 0.87,
  'us-central2': 0.88,
  'us-east1': 0.31,
  'us-east2': 0.42,
  'us-east4': 0.62,
  'us-east5': 0.62,
  'us-south1': 0.94,
  'us-west1': 0.87,
  'us-west2': 0.63,
  'us-west3': 0.33,
  'us-west4': 0.64,
}

/**
 * Share of carbon-free energy that the provider states for a region.
 * @returns 0 to 1; null where nothing is published
 * @example carbonFreeShare('gcp', 'europe-north1') // 0.98
 */
export function carbonFreeShare(provider: string | null, region: string | null): number | null {
  return provider === 'gcp' && region !== null && Object.hasOwn(GOOGLE, region) ? (GOOGLE[region] ?? null) : null
}
