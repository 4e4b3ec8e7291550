import { COMMENTS } from '../../test/fixtures/examples.ts'
import { HOSTILE, hostileReport } from '../../test/fixtures/report.ts'
import { renderComment } from '../../src/render/comment.ts'
import { drawEmoji } from '../browser/emoji.ts'
import { githubPage, renderMarkdown } from '../browser/github-html.ts'
import { hostileNames } from './hostile-names.ts'
import type { Subject } from './subject.ts'

const subject = (name: string, markdown: () => string): Subject => ({
  name,
  html: async () => githubPage(name, drawEmoji(await renderMarkdown(markdown()))),
})

/** Every kind of comment, and comments in which each name is hostile. */
export const COMMENT_SUBJECTS: readonly Subject[] = [
  ...Object.entries(COMMENTS).map(([name, markdown]) => subject(name, markdown)),
  ...hostileNames().map((name, at) =>
    subject(`hostile-comment-${at + 1}`, () =>
      renderComment(hostileReport([name, ...HOSTILE]), { key: name, fork: true, waiverLabel: name }),
    ),
  ),
]
