import { describe, expect, it } from 'vitest'
import { chosenMigDevices } from '../../src/sensors/mig-choice.ts'
import { parseMigDevices, profilesOf } from '../../src/sensors/mig-devices.ts'

const A = 'GPU-fcf41002-68b6-5900-d7d1-74026173bb44'
const B = 'GPU-2927d07e-3fe9-7904-9e08-b08b82d9a37d'
const FIRST = 'MIG-e07a497d-1bb6-5a42-b670-1c33bf55ab6e'
const SECOND = 'MIG-6e95ef19-5145-571b-b040-7e731f1c1af3'
const OLD = `MIG-${B}/7/0`
const LIST = `GPU 0: NVIDIA A100-SXM4-40GB (UUID: ${A})
  MIG 3g.20gb     Device  0: (UUID: ${FIRST})
  MIG 1g.5gb+me   Device  1: (UUID: ${SECOND})
GPU 1: A100-SXM4-40GB (UUID: ${B})
  MIG 1c.3g.20gb Device 0: (UUID: ${OLD})
GPU 2: Tesla T4 (UUID: GPU-00000000-0000)
`

describe('MIG devices', () => {
  it('are found with their profiles, by board, as new and old drivers print them', () => {
    expect([...parseMigDevices(LIST)]).toEqual([
      [
        A,
        [
          { uuid: FIRST, profile: '3g.20gb' },
          { uuid: SECOND, profile: '1g.5gb' },
        ],
      ],
      [B, [{ uuid: OLD, profile: '1c.3g.20gb' }]],
    ])
  })

  it.each(['', 'NVIDIA-SMI has failed', 'No devices found.', `  MIG 1g.5gb Device 0: (UUID: ${FIRST})`])(
    'are not found in %j',
    (text) => expect(parseMigDevices(text).size).toBe(0),
  )

  it('belong to the job if the environment names them, else all of them', () => {
    const devices = parseMigDevices(LIST).get(A) ?? []
    const own = (environment: Record<string, string>): string[] => profilesOf(devices, chosenMigDevices(environment))
    expect(own({ CUDA_VISIBLE_DEVICES: SECOND })).toEqual(['1g.5gb'])
    expect(own({ CUDA_VISIBLE_DEVICES: SECOND.slice(0, 12) })).toEqual(['1g.5gb'])
    expect(own({ NVIDIA_VISIBLE_DEVICES: `${FIRST}, ${SECOND}` })).toEqual(['3g.20gb', '1g.5gb'])
    for (const value of ['all', '0', 'void', 'MIG-00000000']) {
      expect(own({ NVIDIA_VISIBLE_DEVICES: value })).toEqual(['3g.20gb', '1g.5gb'])
    }
  })
})
