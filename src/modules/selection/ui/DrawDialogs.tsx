import { Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { CommandForm } from '#web/kit/CommandForm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Labelled } from '#web/kit/Labelled.tsx'
import { ProblemPanel } from '#web/kit/ProblemPanel.tsx'
import { useCommand } from '#web/useCommand.ts'
import { commitDraw, openDraw } from '../contract/selections.ts'
import { forgetSecret, keepSecret, keptSecret, makeSecret, saveSecretFile, secretIn } from './draw-secret.ts'

interface CommitDialogProps {
  readonly id: string
  readonly caseNo: string
  readonly candidates: number
  readonly close: () => void
}

/** The secret is made as the window opens and saved before its hash leaves the browser. */
export function CommitDialog({ id, caseNo, candidates, close }: CommitDialogProps) {
  const [made] = useState(makeSecret)
  const [saved, setSaved] = useState(false)
  const commit = useCommand(commitDraw, {
    said: '抽签承诺已登记',
    done: () => {
      keepSecret(id, made.secret)
      close()
    },
  })
  return (
    <Dialog title="登记抽签承诺" onClose={close} wide>
      {commit.problem && <ProblemPanel problem={commit.problem} />}
      <p className="intro">
        密钥已在本浏览器内生成，不会上传；登记的只是它的散列。请先保存密钥文件，开封时要用；遗失即不能开封，抽签将作废并公开。
      </p>
      <p>
        登记内容：{candidates} 家左右的候选机构（登记时再核查一次）、排除理由、密钥的散列{' '}
        <code className="secret">{made.commitment}</code>
      </p>
      <p>
        <Button onClick={() => saveSecretFile(caseNo, made)}>下载密钥文件</Button>
      </p>
      <p>
        <Checkbox checked={saved} onChange={({ target }) => setSaved(target.checked)}>
          密钥文件已经保存好
        </Checkbox>
      </p>
      <div className="form-actions">
        <Button
          type="primary"
          disabled={!saved}
          loading={commit.pending}
          onClick={() => void commit.run({ id, commitment: made.commitment })}
        >
          登记，不再更改
        </Button>
      </div>
    </Dialog>
  )
}

interface OpenDialogProps {
  readonly id: string
  readonly close: () => void
}

/** The secret comes from this browser where it was made here, else from the saved file. */
export function OpenDialog({ id, close }: OpenDialogProps) {
  const [form] = Form.useForm()
  const [kept] = useState(() => keptSecret(id))
  async function take(file: File | undefined): Promise<void> {
    const secret = file && secretIn(await file.text())
    if (secret) form.setFieldValue('secret', secret)
  }
  return (
    <Dialog title="开封" onClose={close} wide>
      <p className="intro">
        {kept
          ? '密钥就在本浏览器里，直接开封即可。'
          : '请选择登记时保存的密钥文件，或把其中的密钥粘贴到下面。'}
        开封后密钥公开，任何人都可以重算。
      </p>
      {!kept && (
        <Labelled label="密钥文件">
          {(inputId) => (
            <input
              id={inputId}
              type="file"
              accept=".txt,text/plain"
              onChange={({ target }) => void take(target.files?.[0])}
            />
          )}
        </Labelled>
      )}
      <CommandForm
        endpoint={openDraw}
        fixed={{ id }}
        form={form}
        initial={kept ? { secret: kept } : {}}
        submit="开封"
        said="抽签已开封"
        done={() => {
          forgetSecret(id)
          close()
        }}
      >
        <Field name="secret">
          <Input maxLength={64} autoComplete="off" spellCheck={false} />
        </Field>
      </CommandForm>
    </Dialog>
  )
}
