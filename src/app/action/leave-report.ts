import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Note, note } from '../../core/notes.ts'
import type { Report } from '../../core/report.ts'
import { type ReportKind, artifactName } from '../../github/artifact-name.ts'
import { type Upload, uploadReport } from '../../github/artifact-upload.ts'
import { REPORT_FILE } from '../../github/artifacts.ts'
import { reportText } from '../../core/report-file.ts'
import type { ActionContext } from './context.ts'
import { PrivateFolder } from './private-folder.ts'

/** The bundle of the artifact client, in the folder beside ours. */
const ARTIFACT_BUNDLE = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'artifact', 'index.js')

/**
 * Leaves the report as an artifact: for `mode: workflow`, for the second stage, for later baselines.
 * @returns a note that says why there is no artifact; empty if there is one
 */
export async function leaveReport(
  { env, deadline, job }: ActionContext,
  report: Report,
  kind: ReportKind,
): Promise<readonly Note[]> {
  if (deadline.ending) return []
  const text = reportText(report)
  const file = writtenFile(env, text)
  const upload: Upload = file
    ? await uploadReport(
        { bundle: ARTIFACT_BUNDLE, env },
        artifactName(kind, job),
        { path: file, text },
        { signal: deadline.signal },
      )
    : { kind: 'local', reason: 'RUNNER_TEMP, the folder to write it to, is missing' }
  if (upload.kind === 'uploaded') return []
  return [
    note('artifact-local', `The report stays on the runner and is not uploaded as an artifact: ${upload.reason}.`),
  ]
}

/** The file to upload; null where a step of the job removed the folder, which must not fail the job. */
function writtenFile(env: NodeJS.ProcessEnv, text: string): string | null {
  try {
    return PrivateFolder.create(env).write(REPORT_FILE, text)
  } catch {
    return null
  }
}
