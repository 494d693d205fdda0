import type { AppraiserBody, InstitutionBody } from '#modules/directory/contract/register.ts'

/** What an entry says, in the vocabulary of schema.org: read by search engines, run by nobody. */
export function JsonLd({ of }: { readonly of: Readonly<Record<string, unknown>> }) {
  // No text of an entry can end the element: `<` is written as its escape.
  const json = JSON.stringify({ '@context': 'https://schema.org', ...of }).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON is data and would be spoilt by HTML escapes
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}

export function institutionInWords(body: InstitutionBody, url: string) {
  return {
    '@type': 'Organization',
    '@id': url,
    url,
    name: body.name,
    alternateName: body.formerNames.map(({ name }) => name),
    identifier: [
      { '@type': 'PropertyValue', name: '名录编号', value: body.number },
      ...(body.creditCode
        ? [{ '@type': 'PropertyValue', name: '统一社会信用代码', value: body.creditCode }]
        : []),
    ],
    address: { '@type': 'PostalAddress', addressCountry: 'CN', streetAddress: body.address },
    telephone: body.telephone,
  }
}

export function appraiserInWords(body: AppraiserBody, url: string, institution: InstitutionBody | null) {
  return {
    '@type': 'Person',
    '@id': url,
    url,
    name: body.name,
    jobTitle: body.title,
    identifier: { '@type': 'PropertyValue', name: '执业编号', value: body.number },
    ...(institution ? { worksFor: { '@type': 'Organization', name: institution.name } } : {}),
  }
}
