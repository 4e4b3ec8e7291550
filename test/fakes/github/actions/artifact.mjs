// Uploads what INPUT_FILES names as one artifact, lists the run's artifacts and downloads it again.
import { DefaultArtifactClient } from '@actions/artifact'
import { getInput, getMultilineInput, setFailed, setOutput } from '@actions/core'

const client = new DefaultArtifactClient()
try {
  const name = getInput('name')
  const uploaded = await client.uploadArtifact(name, getMultilineInput('files'), process.env.GITHUB_WORKSPACE)
  const { artifacts } = await client.listArtifacts()
  const { artifact } = await client.getArtifact(name)
  const { downloadPath, digestMismatch } = await client.downloadArtifact(artifact.id, {
    path: getInput('target'),
    expectedHash: artifact.digest,
  })
  setOutput('id', uploaded.id)
  setOutput('digest', uploaded.digest)
  setOutput('names', artifacts.map((item) => item.name).join())
  setOutput('download', downloadPath)
  setOutput('mismatch', digestMismatch)
} catch (error) {
  setFailed(error.message)
}
