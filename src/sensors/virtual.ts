import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { textAt } from './root.ts'

export type Cloud = 'azure' | 'aws' | 'gcp'

const DMI = 'sys/class/dmi/id'

/** Chassis tag of every virtual machine of Azure (as in cloud-init's Azure data source). */
const AZURE_TAG = '7783-7084-3265-9085-8269-3286-77'

/** Makers and products that only virtual machines have in their DMI tables. */
const VIRTUAL =
  /\b(?:virtual machine|kvm|qemu|vmware|virtualbox|xen|bochs|openstack|bhyve|google compute engine|parallels|ovirt|rhev)\b/i

/** The cloud by the machine's own DMI tables: no network. */
export function cloudOf(root: string): Cloud | null {
  const vendor = dmi(root, 'sys_vendor')
  const product = dmi(root, 'product_name')
  if (dmi(root, 'chassis_asset_tag') === AZURE_TAG) return 'azure'
  if (/^Amazon EC2$/i.test(vendor) || /^ec2/i.test(textAt(root, 'sys/hypervisor/uuid') ?? '')) return 'aws'
  return /^Google/i.test(vendor) && /Google Compute Engine/i.test(product) ? 'gcp' : null
}

/** Whether the machine is virtual. @returns null if unknown */
export function isVirtual(root: string, cpuinfo: string): boolean | null {
  const flags = /^flags\s*:(.*)$/m.exec(cpuinfo)?.[1]
  if (flags?.split(/\s+/).includes('hypervisor')) return true
  const product = dmi(root, 'product_name')
  const vendor = dmi(root, 'sys_vendor')
  if (VIRTUAL.test(`${vendor} ${product}`) || existsSync(join(root, 'sys/hypervisor/type'))) return true
  // EC2 names its instances; those of bare metal say so.
  if (/^Amazon EC2$/i.test(vendor)) return !/\.metal/.test(product)
  // On x86 a hypervisor sets the flag; ARM has no such flag.
  return flags !== undefined || vendor !== '' ? false : null
}

/** Whether files that container runtimes make say that this is a container. */
export function hasContainerFile(root: string): boolean {
  return existsSync(join(root, '.dockerenv')) || existsSync(join(root, 'run/.containerenv'))
}

function dmi(root: string, name: string): string {
  return textAt(root, `${DMI}/${name}`)?.trim() ?? ''
}
