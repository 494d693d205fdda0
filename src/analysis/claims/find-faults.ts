import { withoutAntecedent } from './antecedent.ts'
import type { ClaimFault, ParsedClaim } from './contract.ts'

/** Every drafting fault that can be told from the text alone, claim by claim. */
export function findFaults(claims: readonly ParsedClaim[]): readonly ClaimFault[] {
  return claims.flatMap((claim, index) => [
    ...numbering(claim, claims[index - 1]),
    ...references(claim, claims),
    ...subjects(claim, claims),
    ...sentence(claim),
    ...vague(claim),
    ...withoutAntecedent(claim, claims).map(({ quote, near }) =>
      fault(
        claim,
        'antecedent',
        quote,
        `“${quote}”前文没有出现过${near === '' ? '' : `（前文为“${near}”）`}`,
      ),
    ),
  ])
}

function numbering(claim: ParsedClaim, before: ParsedClaim | undefined): readonly ClaimFault[] {
  const expected = (before?.no ?? 0) + 1
  return claim.no === expected
    ? []
    : [fault(claim, 'numbering', String(claim.no), `编号应为${expected}，现为${claim.no}`)]
}

function references(claim: ParsedClaim, claims: readonly ParsedClaim[]): readonly ClaimFault[] {
  const opening = claim.text.slice(0, 80)
  const unknown = claim.dependsOn.filter((no) => no >= claim.no || !claims.some((each) => each.no === no))
  const onMultiple = claim.multipleDependent
    ? claims.filter((each) => claim.dependsOn.includes(each.no) && each.multipleDependent)
    : []
  const alternative = /或|任一|任意|之一/.test(opening)
  return [
    ...unknown.map((no) =>
      fault(claim, 'reference', `权利要求${no}`, `引用的权利要求${no}不存在或者不在本项之前`),
    ),
    ...onMultiple.map((each) =>
      fault(
        claim,
        'multiple-on-multiple',
        `权利要求${each.no}`,
        `多项从属权利要求引用了多项从属权利要求${each.no}`,
      ),
    ),
    ...(claim.multipleDependent && !alternative
      ? [fault(claim, 'not-alternative', opening.slice(0, 20), '引用多项权利要求未用择一方式（或、任一项）')]
      : []),
  ]
}

function subjects(claim: ParsedClaim, claims: readonly ParsedClaim[]): readonly ClaimFault[] {
  const parents = claims.filter((each) => claim.dependsOn.includes(each.no) && each.no < claim.no)
  return parents
    .filter((parent) => claim.subject !== '' && parent.subject !== '' && claim.subject !== parent.subject)
    .slice(0, 1)
    .map((parent) =>
      fault(claim, 'subject', claim.subject, `主题名称与权利要求${parent.no}的“${parent.subject}”不一致`),
    )
}

function sentence(claim: ParsedClaim): readonly ClaimFault[] {
  const body = claim.text.trimEnd()
  if (!body.endsWith('。')) {
    return [fault(claim, 'full-stop', body.slice(-10), '结尾没有句号，文本可能不完整，请对照授权公告文本')]
  }
  const inner = body.slice(0, -1).indexOf('。')
  return inner === -1
    ? []
    : [
        fault(
          claim,
          'full-stop',
          body.slice(Math.max(0, inner - 9), inner + 1),
          '中间有句号，一项权利要求只能有一个句号',
        ),
      ]
}

function vague(claim: ParsedClaim): readonly ClaimFault[] {
  const words =
    /例如|最好(?:是|为)?|优选地?|大约|左右|或类似|基本上|(?<![上同平均相对])等(?=[，；。])|必要时/g
  return [...claim.text.matchAll(words)].map((match) =>
    fault(claim, 'vague', match[0], `“${match[0]}”使范围不确定，比对时请说明如何理解`),
  )
}

function fault(claim: ParsedClaim, kind: ClaimFault['kind'], quote: string, says: string): ClaimFault {
  return { claim: claim.no, kind, quote, says: `权利要求${claim.no}：${says}` }
}
