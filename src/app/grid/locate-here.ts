import { type Located, locate, surroundingsOf } from '../../grid/locate.ts'
import { readMachine } from '../../sensors/machine.ts'
import { rootFrom } from '../../sensors/root.ts'
import type { SiteSettings } from './site-factors.ts'

/** The place in question: the one of the settings, else that of this machine. @throws ConfigurationError */
export function locateHere(settings: Pick<SiteSettings, 'region' | 'zone'>, env: NodeJS.ProcessEnv): Promise<Located> {
  return locate(settings, surroundingsOf(env, readMachine(rootFrom(env))))
}
