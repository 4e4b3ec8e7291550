import { found, ok, type Call, type Routes } from '../call.ts'
import { presentAccount, timestamp } from '../presentation/account.ts'

export const accountRoutes: Routes = {
  'users/get-authenticated': (call: Call) => {
    const { service } = call.repository
    const at = timestamp(service.now())
    return ok({
      ...presentAccount(found(call.token).account, service.api, service.server),
      name: null,
      company: null,
      blog: null,
      location: null,
      email: null,
      hireable: null,
      bio: null,
      public_repos: 0,
      public_gists: 0,
      followers: 0,
      following: 0,
      created_at: at,
      updated_at: at,
    })
  },
  'rate-limit/get': (call: Call) => {
    const rate = call.rate()
    return ok({ resources: { core: rate, search: { ...rate, limit: 30, remaining: 30, used: 0 } }, rate })
  },
}
