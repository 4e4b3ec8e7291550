import path from 'node:path'
import { DefaultArtifactClient } from '@actions/artifact'

/**
 * The artifact client in a bundle of its own, loaded by the others only when a report is uploaded: it is four fifths of the
 * size of everything else. Implements ArtifactModule of src/github/artifact-upload.ts.
 */
export async function uploadFile(name: string, file: string): Promise<{ id: number | null }> {
  const { id } = await new DefaultArtifactClient().uploadArtifact(name, [file], path.dirname(file))
  return { id: id ?? null }
}
