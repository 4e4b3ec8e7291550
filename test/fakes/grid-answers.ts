/** Answers of the documented forms, with figures and times of the test's choosing. */

const iso = (time: number): string => new Date(time * 1000).toISOString()

export function emLatest(zone: string, g: number | null, time: number, more: object = {}): object {
  return {
    zone,
    carbonIntensity: g,
    datetime: iso(time),
    updatedAt: iso(time),
    createdAt: iso(time),
    emissionFactorType: 'lifecycle',
    isEstimated: false,
    estimationMethod: null,
    ...more,
  }
}

/** Hourly values from a time on. */
export function emHistory(zone: string, from: number, values: readonly (number | null)[], key = 'history'): object {
  return { zone, [key]: values.map((g, i) => emLatest(zone, g, from + i * 3600)) }
}

export function emForecast(zone: string, from: number, values: readonly number[], stepS = 3600): object {
  const forecast = values.map((carbonIntensity, i) => ({ carbonIntensity, datetime: iso(from + i * stepS) }))
  return { zone, forecast, updatedAt: iso(from) }
}

export function wattTimeData(from: number, pounds: readonly number[], units = 'lbs_co2_per_mwh'): object {
  return {
    data: pounds.map((value, i) => ({ point_time: iso(from + i * 300), value, version: '3.2' })),
    meta: { data_point_period_seconds: 300, region: 'CAISO_NORTH', signal_type: 'co2_moer', units, warnings: [] },
  }
}

export function ukHalfHours(from: number, rows: readonly { actual?: number | null; forecast: number }[]): object[] {
  const minute = (time: number): string => iso(time).replace(/:\d\d\.\d+Z$/, 'Z')
  return rows.map((intensity, i) => ({
    from: minute(from + i * 1800),
    to: minute(from + (i + 1) * 1800),
    intensity: { ...intensity, index: 'moderate' },
  }))
}

export function sdkForecast(from: number, values: readonly number[], minutes: number, spelling: string): object[] {
  const forecastData = values.map((value, i) => ({
    location: 'IE',
    timestamp: iso(from + i * minutes * 60),
    duration: minutes,
    value,
  }))
  const best = forecastData.reduce((a, b) => (b.value < a.value ? b : a))
  return [
    {
      requestedAt: iso(from),
      generatedAt: iso(from),
      location: 'northeurope',
      windowSize: minutes,
      [spelling]: spelling.endsWith('s') ? [best] : best,
      forecastData,
    },
  ]
}
