import type { Routes } from '../call.ts'
import { accountRoutes } from './account.ts'
import { actionsRoutes } from './actions.ts'
import { checkRoutes } from './checks.ts'
import { gitRoutes } from './git.ts'
import { issueRoutes } from './issues.ts'
import { pullRoutes } from './pulls.ts'
import { repositoryRoutes } from './repos.ts'

export const ROUTES: Routes = {
  ...accountRoutes,
  ...actionsRoutes,
  ...checkRoutes,
  ...gitRoutes,
  ...issueRoutes,
  ...pullRoutes,
  ...repositoryRoutes,
}
