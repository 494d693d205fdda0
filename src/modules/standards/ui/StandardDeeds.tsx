import type { ReactNode } from 'react'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { useCan } from '#web/useCan.ts'
import { useCommand } from '#web/useCommand.ts'
import { takeEffect } from '../contract/standards.ts'
import {
  ApproveDialog,
  BeginDraftingDialog,
  ConsultDialog,
  GuidanceDialog,
  RedraftDialog,
  SupersedeDialog,
  VersionDialog,
  WithdrawDialog,
} from './StandardDialogs.tsx'
import type { Standard } from './StandardPage.tsx'

/** What may be done with a standard now; only deeds that its state has a use for are drawn. */
export function StandardDeeds({ standard }: { readonly standard: Standard }) {
  const { id, state } = standard
  const can = useCan('/standards', id)
  const show = useDialog()
  const effect = useCommand(takeEffect)
  const open = (draw: (close: () => void) => ReactNode) => () =>
    void show<void>((close) => draw(() => close()))
  return (
    <>
      {effect.problem && <ProblemPanel problem={effect.problem} />}
      {state === 'PLANNED' && (
        <ActionButton
          primary
          can={can['standard.begin-drafting']}
          onPress={open((close) => <BeginDraftingDialog id={id} close={close} />)}
        />
      )}
      {(state === 'DRAFTING' || state === 'CONSULTATION') && (
        <ActionButton
          primary={state === 'DRAFTING'}
          can={can['standard.consult']}
          onPress={open((close) => <ConsultDialog id={id} clauses={standard.clauses} close={close} />)}
        />
      )}
      {state === 'CONSULTATION' && (
        <>
          <ActionButton
            primary
            can={can['standard.approve']}
            onPress={open((close) => <ApproveDialog id={id} clauses={standard.clauses} close={close} />)}
          />
          <ActionButton
            can={can['standard.redraft']}
            onPress={open((close) => <RedraftDialog id={id} close={close} />)}
          />
        </>
      )}
      {state === 'APPROVED' && (
        <ActionButton
          primary
          can={can['standard.take-effect']}
          pending={effect.pending}
          onPress={() => void effect.run({ id })}
        />
      )}
      {state === 'EFFECTIVE' && (
        <>
          <ActionButton
            primary
            can={can['standard.publish-version']}
            onPress={open((close) => <VersionDialog standard={standard} close={close} />)}
          />
          <ActionButton
            can={can['standard.supersede']}
            onPress={open((close) => <SupersedeDialog id={id} close={close} />)}
          />
          <ActionButton
            grave
            can={can['standard.withdraw']}
            onPress={open((close) => <WithdrawDialog id={id} close={close} />)}
          />
        </>
      )}
      {(state === 'APPROVED' || state === 'EFFECTIVE') && (
        <ActionButton
          can={can['standard.publish-guidance']}
          onPress={open((close) => <GuidanceDialog id={id} close={close} />)}
        />
      )}
    </>
  )
}
