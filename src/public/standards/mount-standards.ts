import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Problem } from '#kernel/problem.ts'
import { commentOnDraft, showConsultation } from '#modules/standards/contract/consultation.ts'
import { listStandards, showStandard } from '#modules/standards/contract/standards.ts'
import { listTerms } from '#modules/standards/contract/terms.ts'
import type { Env } from '#platform/http.ts'
import { formFields } from '../form-fields.ts'
import { type PublicPage, publicPage } from '../public-page.tsx'
import { actAsPublic, ask, type Site } from '../site.ts'
import { consultationPage } from './consultation-page.tsx'
import { standardPage } from './standard-page.tsx'
import { standardsPage } from './standards-page.tsx'
import { termsPage } from './terms-page.tsx'

/** Standards, drafts before the public with their comment form, and the glossary. */
export function mountStandards(app: Hono<Env>, site: Site): void {
  const page = (path: string, draw: (c: Context<Env>) => PublicPage | Promise<PublicPage>) =>
    app.get(path, publicPage(site, draw))

  page('/standards', async (c) => {
    const { standards } = await ask(site, c, { endpoint: listStandards, input: {} })
    return standardsPage(standards)
  })
  page('/standards/:slug', async (c) => {
    const input = { slug: c.req.param('slug') ?? '' }
    return standardPage(await ask(site, c, { endpoint: showStandard, input }))
  })
  page('/terms', async (c) => termsPage(await ask(site, c, { endpoint: listTerms, input: {} })))
  page('/consultations/:id', async (c) =>
    consultationPage({ consultation: await draftOf(site, c), sent: c.req.query('sent')?.slice(0, 6) }),
  )
  app.post('/consultations/:id', bodyLimit({ maxSize: 1 << 16 }), async (c, next) => {
    const input = { ...(await formFields(c)), id: c.req.param('id') }
    try {
      const { no } = await actAsPublic(site, c, { endpoint: commentOnDraft, input })
      return c.redirect(`/consultations/${input.id}?sent=${no}`, 303)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return publicPage(site, () => refused(site, c, { problem: error, input }))(c, next)
    }
  })
}

/** An address that cannot be a consultation's is simply not there. */
async function draftOf(site: Site, c: Context<Env>) {
  const id = c.req.param('id') ?? ''
  try {
    return await ask(site, c, { endpoint: showConsultation, input: { id } })
  } catch (error) {
    if (error instanceof Problem && error.type === 'malformed')
      throw new Problem('not-found', '没有这次征求意见。')
    throw error
  }
}

async function refused(
  site: Site,
  c: Context<Env>,
  { problem, input }: { readonly problem: Problem; readonly input: Readonly<Record<string, string>> },
): Promise<PublicPage> {
  return consultationPage({ consultation: await draftOf(site, c), refused: problem, typed: input })
}
