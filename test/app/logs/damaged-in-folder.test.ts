import { describe, expect, it, test } from 'vitest'
import { chatAnswer, codecarbonCsv, read, workspace } from './log-folder.ts'

const good = codecarbonCsv({ id: '1' })
const [header = '', row = ''] = codecarbonCsv({ id: '2', kwh: 5, time: '2026-03-03T08:15:00' }).split('\n')
const answers = [1, 2, 3].map((id) => chatAnswer(id, 1000)).join('\n')
const smi = `timestamp, index, power.draw [W]\n${[1, 2, 3].map((at) => `2026/03/02 10:00:0${at}.000, 0, 280.00 W\n`).join('')}`

describe('a damaged log in a folder makes the figure untrusted', () => {
  test.each([
    ['CodeCarbon without its header', 'b.csv', `${row}\n`],
    ['CodeCarbon with a cut first line', 'b.csv', `${row.slice(25)}\n${row}\n`],
    ['CodeCarbon without a column', 'b.csv', `${header.replace(',emissions,', ',')}\n`],
    ['CodeCarbon after text', 'b.csv', `starting\n\n${header}\n${row}\n`],
    ['CodeCarbon and NUL', 'emissions.csv', `${header}\n${row}\n\0\0\0\0`],
    ['nvidia-smi after an error', 'gpu.csv', `Failed to initialize NVML\n${smi}`],
    ['an error of nvidia-smi alone', 'gpu.csv', 'Failed to initialize NVML: Driver/library version mismatch\n'],
    ['answers with a cut first line', 'u.jsonl', `${chatAnswer(0, 1000).slice(30)}\n${answers}\n`],
  ])('%s', async (_what, name, text) => {
    const figures = await read(workspace({ 'a.csv': good, [name]: text }))
    expect(figures.doubt).not.toBeNull()
    expect(
      figures.notes
        .filter(({ level }) => level !== 'info')
        .map((note) => note.text)
        .join(),
    ).toContain(name)
  })
})

describe('other files of a folder stay harmless', () => {
  test.each([
    ['README.md', `An example:\n${good}`],
    ['config.json', '{\n  "max_tokens": 100,\n  "power": 3\n}\n'],
    ['data.csv', 'id,energy,power\n1,0.5,0.3\n2,0.6,0.4\n'],
    ['series.csv', '2026-03-02T08:15:00,1.5,2.5\n2026-03-02T08:16:00,1.5,2.5\n'],
    ['app.log', '2026-03-02 10:00:01 start\n2026-03-02 10:00:02 3 files\n'],
    ['requirements.txt', 'codecarbon==3.0\ntorch==2.4\n'],
    ['prompts.jsonl', '{"text": "how much energy"}\n{"text": "energy_consumed"}\n'],
    ['image.bin', 'a\0b\0'],
    ['weights.txt', '0.1\0 0.2\n'],
  ])('%s', async (name, text) => {
    const figures = await read(workspace({ 'a.csv': good, [name]: text }))
    expect(figures.doubt).toBeNull()
    expect(figures.notes.find(({ code }) => code === 'log-not-known')?.level).toBe('info')
  })
})

it('names what is wrong and where', async () => {
  const figures = await read(workspace({ 'a.csv': good, 'gpu.csv': `Failed to initialize NVML\n${smi}` }))
  expect(figures.notes.map(({ text }) => text).join('\n')).toMatch(
    /gpu\.csv: a log of nvidia-smi begins at line 2, after text outside it: remove that text/,
  )
})
