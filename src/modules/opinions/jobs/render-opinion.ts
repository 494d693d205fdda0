import { z } from 'zod'
import type { Job } from '#kernel/command.ts'
import { attachRendering } from '../commands/attach-opinion-rendering.ts'
import { reportFailure } from '../commands/report-opinion-failure.ts'
import { frozenDocument } from '../reading/frozen-document.ts'
import { opinionById } from '../reading/opinion-rows.ts'

const order = z.object({ opinionId: z.uuid() })

/** Sets the frozen document once its freezing is published. Does nothing where that has been done, or the opinion is void. */
export const renderOpinion: Job = {
  name: 'opinion.render',
  async run({ payload, db, files, services, desk }) {
    const { opinionId } = order.parse(payload)
    const opinion = await opinionById(db, opinionId)
    if (opinion.state !== 'RENDERING') return
    const made = await services.documents.set(await frozenDocument(db, opinion, services))
    if ('says' in made) {
      await desk.act(reportFailure, { id: opinionId, says: made.says })
      return
    }
    const sha256 = await files.put(made.pdf)
    await desk.act(attachRendering, { id: opinionId, sha256, pages: made.pages })
  },
}
