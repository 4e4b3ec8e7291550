import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes files below a folder. @param files text by path */
export function writeTree(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** A machine of two sockets with memory meters, a quota of 2 processors, a battery and a graphics board, all as files. */
export function writeFakeTree(root: string): void {
  const zone = (id: string, name: string): Record<string, string> => ({
    [`sys/class/powercap/${id}/name`]: `${name}\n`,
    [`sys/class/powercap/${id}/energy_uj`]: '81230000\n',
    [`sys/class/powercap/${id}/max_energy_range_uj`]: '262143328850\n',
  })
  writeTree(root, {
    'proc/self/cgroup': '0::/\n',
    'sys/devices/system/cpu/online': '0-63\n',
    'sys/fs/cgroup/cpu.stat': 'usage_usec 5000000\nuser_usec 4000000\nsystem_usec 1000000\n',
    'sys/fs/cgroup/cpu.max': '200000 100000\n',
    ...zone('intel-rapl:0', 'package-0'),
    ...zone('intel-rapl:0:0', 'core'),
    ...zone('intel-rapl:0:1', 'dram'),
    ...zone('intel-rapl:1', 'package-1'),
    ...zone('intel-rapl:1:1', 'dram'),
    'sys/class/power_supply/BAT0/type': 'Battery\n',
    'sys/class/power_supply/BAT0/status': 'Discharging\n',
    'sys/class/power_supply/BAT0/power_now': '12000000\n',
    'sys/class/hwmon/hwmon0/name': 'amdgpu\n',
    'sys/class/hwmon/hwmon0/power1_cap': '300000000\n',
    'sys/class/hwmon/hwmon0/power1_average': '61000000\n',
    'sys/class/hwmon/hwmon0/device/gpu_busy_percent': '40\n',
  })
  for (const file of ['proc/stat', 'proc/meminfo', 'proc/uptime']) {
    writeTree(root, { [file]: readFileSync(`/${file}`, 'utf8') })
  }
}
