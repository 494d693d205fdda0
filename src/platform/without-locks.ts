import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type QueryId,
  type QueryResult,
  type SelectQueryNode,
  type UnknownRow,
} from 'kysely'

class Unlocking extends OperationNodeTransformer {
  protected override transformSelectQuery(node: SelectQueryNode, queryId?: QueryId): SelectQueryNode {
    const { endModifiers: _locks, ...plain } = super.transformSelectQuery(node, queryId)
    return plain
  }
}

const unlocking = new Unlocking()

/**
 * Reads plainly what is written `for update`: whoever only looks neither waits for people at work nor makes them wait. To
 * be used where the transaction is read only, so that a lock or a write that slips through is an error.
 */
export const withoutLocks: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => unlocking.transformNode(node, queryId),
  transformResult: async ({ result }): Promise<QueryResult<UnknownRow>> => result,
}
