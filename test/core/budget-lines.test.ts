import { describe, expect, it } from 'vitest'
import { EXAMPLE } from '../../src/core/budget-fault.ts'
import { parseBudget } from '../../src/core/parse-budget.ts'

/** Limits with numbers that no usual example has. */
const LIMITS = ['7 g', '7kg', '7.5 kWh', '7 L', '7e2 mg CO\u2082e', '7\u00a0t']

/** Entries between bars, in rows. */
const listed = (text: string): string[] => text.slice(1, -1).replaceAll('|\n', '|').split('|')

/** The line that an error names as one that works; null if the line is read. */
function proposalFor(line: string): string | null {
  try {
    parseBudget(line)
    return null
  } catch (error) {
    const { message } = error as Error
    return / A line that works: `([^`]+)`$/.exec(message)?.[1] ?? message
  }
}

const USUAL: readonly (string | null)[] = Object.values(EXAMPLE)

const tidy = (line: string): string => line.replaceAll(/\s+/g, ' ')

const withLimits = (ends: readonly string[]): string[] =>
  ends.flatMap((end, i) =>
    [LIMITS[i % LIMITS.length], LIMITS[(i + 1) % LIMITS.length]].map((limit) => `${limit}${end}`),
  )

const TWO_READINGS = listed(`
 total/overall| per jobs combined| in CI|+ per job| per job combined| per all| per total| overall|
 in total| for everything| per CI| per repo| per org| per job total| per 2 jobs| per 3 workflows|
 per 10 PRs| per half job| per first job| per other job| per average run| per mean job| +- 1 g| minimum|
-x|:x| or more| and more| at least| less than main| below main| and 8 g per month|; 8 g|, 8 g| & 8 g|
 or 8 g| per job or month| per job and workflow| per job per month| per job, 8 g per month|
 per job (total)| average| mean| per job on main| vs main| over main| except main| if main| unless waived|
 + 10 %| +10 %| ± 10 %| saved| reduction| less| per all tests| per some tests| per no job| per none| each|
 every| per| a| per month total| per workflow total| per k tests| per M tokens| per 0 tests| per -1 test
`)

const NO_LIMIT = listed(`
at least 7 g|> 7 g|>= 7 g|≥ 7 g|min 7 g|no less than 7 g|more than 7 g|over 7 kWh|+7 g|-7 g|−7 g|±7 g|
~7 g|about 7 g|7-8 g|7..8 g|7 to 8 g|7/8 g|1/7 g|7³ g|7½ g|0x7 g|7e g|7e+ g|7e999 g|1 500,5 g|1,5000.5 g|
12,34,567 g|1.500.00 g|7 Mg|7 MG|7 mj|7 ML|7 Mt|7 MT|7 mwh|7 MWH|7 ton|7 gr|7 ug|7 GWh|7 W|7 kW|7 g/kWh|
7 g/s|7 kWh/h|7 % CO2|-7 % vs main|−7 percent vs main|7 % less than main|7 % below main|
7 percent less vs main|cut 7 % vs main|+7 % vs the main branch|+7 g vs main|7 g g
`)

const SAME_MEANING: readonly (readonly [string, string])[] = [
  ...['max 7 g', 'maximum: 7 g', '<= 7 g', '\u2264 7 g', '< 7 g', 'at most 7 g', 'up to 7 g', 'budget: 7 g'].map(
    same('7 g'),
  ),
  ...[
    'Limit = 7 g',
    'carbon budget: 7 g',
    'no more than 7 g',
    '"7 g"',
    "'7 g'",
    '`7 g`',
    '7 g.',
    '7 g,',
    '7 g # half',
  ].map(same('7 g')),
  ...['- 7 g', '7 g max', '7 g at most', '7 g or less', '\uff17 g', '\uff17 \uff47', '7 grams', '7 G'].map(same('7 g')),
  ...['7 KG', '7 Kg', '7 kilograms', '7 kilo', '"7 kilogram"'].map(same('7 kg')),
  ...['7 KWH', '7 kwh', '7 kW h', '7 kilowatt-hours', '7 kilowatt hours', '7 kW\u00b7h'].map(same('7 kWh')),
  ...['7 litres', '7 liter', '7 l'].map(same('7 L')),
  ...['7 pounds', '7 lbs', '7 LB'].map(same('7 lb')),
  ...['7 tonnes', '7 T', '7 metric tons', '7 metric tonnes'].map(same('7 t')),
  ...['7 Ws', '7 joules', '7 j', '7 W s'].map(same('7 J')),
  ...['1,500.5 g', '1.500,5 g', '1 500.5 g', "1'500.5 g", '1_500.5 g'].map(same('1500.5 g')),
  ...['1,500,000 g', '1\u00a0500\u202f000 g', '1_500_000 g', "max 1'500'000 g"].map(same('1500000 g')),
  ...['7 kg CO2e/month'].map(same('7 kg CO2e per month')),
  ...['7 g of CO2', '7 g (CO2e)', '7 g CO2 equivalents', '7 g CO2-equivalent', '7 g of CO2e'].map(same('7 g CO2e')),
  ...[
    '7 g/job',
    '7 g / job',
    '7 g each job',
    '7 g a job',
    '7 g per the job',
    '7 g per each job',
    '7 g per this job',
  ].map(same('7 g per job')),
  ...['7 g per 1 job', '7 g per one job', '7 g per CI job', '7 g per single job', '7 g/job max'].map(
    same('7 g per job'),
  ),
  ...['7 g/pipeline', '7 g per all jobs', '7 g per the whole workflow', '7 g per CI run'].map(same('7 g per workflow')),
  ...['7 g/MR', '7 g per merge request', '7 g per merge-requests'].map(same('7 g per pull-request')),
  ...[
    '7 g monthly',
    '7 g/mo',
    '7 g per monthly',
    '7 g per calendar month',
    '7 g per calendar-month',
    '7 g a month',
  ].map(same('7 g per month')),
  ...['7 g weekly', '7 g/wk', '7 g every week', '7 g per full week'].map(same('7 g per week')),
  ...['7 g daily', '7 g/d', '7 g per day max'].map(same('7 g per day')),
  ...[
    '7 g per 1,000 tests',
    '7 g per 1k tests',
    '7 g per 1 thousand tests',
    '7 g/1 000 tests',
    "7 g per 1'000 tests",
  ].map(same('7 g per 1000 tests')),
  ...['7 g per 2.5M tokens', '7 g per 2.5 million tokens', '7 g per 2,500,000 tokens'].map(
    same('7 g per 2500000 tokens'),
  ),
  ...['+7 percent vs main', '+7 pct vs main', '+7 % over main', '+7 % versus main', '+7 % vs. main', '7 % vs main'].map(
    same('+7 % vs main'),
  ),
  ...['+7 % compared to main', '+7% against main', '"+7 % vs main"'].map(same('+7 % vs main')),
]

function same(line: string): (written: string) => readonly [string, string] {
  return (written) => [written, line]
}

const NO_UNITS = listed(`
job 10 kWh|calendar-month of tests|biweekly|half-year|Q1|1 month of tests|bi-weekly|h2|semi-annual|
quarterly|yearly|annually|hourly|nightly|weekend|weekday|workday|season|fiscal year|academic year|
financial quarter|half month|half-month|2 half-years|1 working day|10 working days|30 rolling days|
rolling month|business day|1 other day|2 weekends|4 Q1|term|second|millisecond|minute|h|24 h|24 hours|
1 hour|mid week|mid-week|month-end month|month in CI|week of tests|day of work|1 week of builds|
1 day on main|3 months of CI|day 1|job 10|job10|job-10|job on main|job in CI|run of tests|run on main|
runs in CI|PR by bots|workflow on main|workflow 7|job with cache|pipeline on main|first run|second job|
last run|next workflow|previous run|10 last runs|same job|average job|mean run|half test|couple tests|
other test|another test|test 10 kWh|test 5 g|test 5g|test and job|test or job|test if green|test total|
test combined|tests overall|test max|test CO2|test CO2e|job CO₂|of tests|in CI|on main|for tests|ci|repo|
repository|org|organisation|all|everything|nothing|none|any|each|1 million|thousand|kWh|g|MWh|10 L|monday|
Sundays|January|March|decade|century|year|1 year|12 months|7 days|2 weeks|fortnight|sprint|3 sprints|
d-day|jb|mnoth|jobb|mounth|mnth|wek|weeek|dayy|workfow|worklow|pull-reqest|pullrequest
`)

const UNITS = listed(`
first token|second pass|1000 tokens|third stage|last token|next token|test|inference|test run|cron job|
gpu hour|GPU-hour|audio second|core-hour|day-ahead forecast|1 simulated day|1000 rays|ray tracer|turn|
round|peak|node|page|row|model|epoch|batch|frame|query|1 ray|output token|input token|cached token|
training step|100 training runs|workflow step|job step|full build|clean build|new user|apr|vitamin k test|
text to image request|GPT 4 request|llama 3 token|stage 2 build|http 2 request|mp4 file|1e6 tokens|
1E3 tests|line of code|1000 lines of code|kilometre|km|GB|10 GB|MB transferred|customer|order|commit|push|
deployment|release|developer|pull-request review|PR review|e2e test|end-to-end test|unit test|
integration_test|sample|1000 samples|image|video minute|minute of video|hour of audio|second of speech|
night build|nightly build|weekly report|daily digest|month-end report|quarterly report|yearly simulation|
min-max search|minimum spanning tree|max flow|mean estimate|average pooling layer|total order|
overall score|d-wave sample|h-index|term query|übersetzung|requête|テスト|1000 Anfragen|500\xA0inferences|
10 API calls|API call|class|analysis|matrix|index|cache|build|10 builds|compile|lint|check|scan|container|
image layer|pod|request|1000000 requests|session|user|message|prompt|document|embedding|vector|word|
character|sentence|answer|question|game|episode|rollout|trial|fold|seed|iteration|cycle|simulation|
time step|particle|cell|mesh|atom|molecule
`)

describe('the line that an error proposes', () => {
  it.each([...withLimits(TWO_READINGS), ...NO_LIMIT])(
    'for %j is a usual one, because a guess could mean another',
    (line) => {
      expect(USUAL, String(proposalFor(line))).toContain(proposalFor(line))
    },
  )

  it.each(SAME_MEANING)('for %j means the same: %s', (written, line) => {
    expect(proposalFor(written)).toBe(line)
    expect(() => parseBudget(line)).not.toThrow()
  })
})

describe('what follows `per`', () => {
  it.each(NO_UNITS.map((scope, i) => `${LIMITS[i % LIMITS.length]} per ${scope}`))(
    'is refused as a unit in %j, and the error has a line that works',
    (line) => {
      const proposed = proposalFor(line)
      expect(proposed).not.toBeNull()
      expect(() => parseBudget(proposed ?? ''), proposed ?? '').not.toThrow()
    },
  )

  it.each(UNITS.map((scope, i) => `${LIMITS[i % LIMITS.length]} per ${scope}`))('is a unit in %j', (line) => {
    expect(parseBudget(line)).toMatchObject({ kind: 'unit', line: tidy(line) })
  })
})
