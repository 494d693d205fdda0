import type { ReactNode } from 'react'
import type { OutputOf } from '#web/call.ts'
import { ActionButton } from '#web/kit/ActionButton.tsx'
import { useDialog } from '#web/kit/DialogHost.tsx'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { useCan } from '#web/useCan.ts'
import { useCommand } from '#web/useCommand.ts'
import { confirmMaterial, type showMaterial, verifyBytes } from '../contract/materials.ts'
import { CustodyDialog } from './CustodyDialog.tsx'
import { ConsentDialog, CrossExaminationDialog, IdentityDialog } from './MaterialDialogs.tsx'

interface MaterialDeedsProps {
  readonly material: OutputOf<typeof showMaterial>
}

/** What may be done with the material now, as large buttons; those that cannot say why. */
export function MaterialDeeds({ material }: MaterialDeedsProps) {
  const { id } = material
  const can = useCan('/materials', id)
  const show = useDialog()
  const confirm = useCommand(confirmMaterial)
  const verify = useCommand(verifyBytes, { said: '存储的字节与接收时一致' })
  const open = (draw: (close: () => void) => ReactNode) => () =>
    void show<void>((close) => draw(() => close()))
  const problem = confirm.problem ?? verify.problem
  return (
    <>
      {problem && <ProblemPanel problem={problem} />}
      <div className="deeds">
        <ActionButton
          primary
          can={can['material.record-custody']}
          onPress={open((close) => <CustodyDialog material={material} close={close} />)}
        />
        <ActionButton
          primary
          can={can['material.confirm']}
          pending={confirm.pending}
          onPress={() => void confirm.run({ id })}
        />
        <ActionButton
          can={can['material.check-identity']}
          onPress={open((close) => <IdentityDialog material={material} close={close} />)}
        />
        <ActionButton
          can={can['material.record-cross-examination']}
          onPress={open((close) => <CrossExaminationDialog material={material} close={close} />)}
        />
        <ActionButton
          can={can['material.consent-to-consumption']}
          onPress={open((close) => <ConsentDialog material={material} close={close} />)}
        />
        {material.files.length > 0 && (
          <ActionButton
            can={can['material.verify-bytes']}
            pending={verify.pending}
            onPress={() => void verify.run({ id })}
          />
        )}
      </div>
    </>
  )
}
