import { useState } from 'react';
import { attachmentKinds } from '../../../../../main/contract/lists.ts';
import type { RecoveryCase } from '../../../../../main/contract/recovery.ts';
import { Button } from '../../../components/Button.tsx';
import { Field } from '../../../components/Field.tsx';
import { Select } from '../../../components/Select.tsx';
import { Mark } from '../../../components/StatusMark.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { bytesAsBase64 } from '../../vault/file-bytes.ts';
import type { CaseProps } from '../CaseButtons.tsx';
import styles from '../cases.module.css';
import { compareLabel, isPicture, likelyKind, mostBytes } from '../model/attach.ts';

type Kind = RecoveryCase['attachments'][number]['kind'];

export interface ChosenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
  readonly kind: Kind;
}

/** A file on its way from the disk to the case, read once and checked before it is sent. */
export function useChosenFile() {
  const text = useText();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const choose = async (chosen: File) => {
    const { name, type, size } = chosen;
    setProblem(null);
    if (size > mostBytes) {
      setProblem(text('ui/cases/files/large', { name, mb: mostBytes / 1_000_000 }));
      return;
    }
    try {
      const base64 = bytesAsBase64(new Uint8Array(await chosen.arrayBuffer()));
      const mediaType = type === '' ? 'application/octet-stream' : type;
      setFile({ name: name.slice(0, 200), mediaType, base64, kind: likelyKind(chosen) });
    } catch {
      // The file was moved or its disk is gone; the browser says no more than that.
      setProblem(text('ui/cases/files/unreadable', { name }));
    }
  };
  return { file, problem, choose, clear: () => setFile(null) };
}

function LabelVerdict({
  typed,
  serial,
}: {
  readonly typed: string;
  readonly serial: string | null;
}) {
  const text = useText();
  if (typed.trim() === '') return null;
  const verdict = compareLabel(typed, serial);
  const look = {
    same: { shape: 'tick', tone: 'verified' },
    differs: { shape: 'triangle', tone: 'duplicate' },
    untold: { shape: 'question', tone: 'unknown' },
  } as const;
  return (
    <p className={styles['wrap']} role="status">
      <Mark
        {...look[verdict]}
        word={text(`ui/cases/files/${verdict}`, { serial: serial ?? '?' })}
      />
    </p>
  );
}

interface AttachFormProps extends CaseProps {
  readonly file: ChosenFile;
  readonly onClose: () => void;
}

/** What the file is; for a photo of the label also the serial that stands there, compared at once. */
export function AttachForm({ one, commands, file, onClose }: AttachFormProps) {
  const text = useText();
  const [kind, setKind] = useState(file.kind);
  const [serial, setSerial] = useState('');
  const isLabel = kind === 'label-photo';
  const save = async () => {
    const { name, mediaType, base64 } = file;
    const label = isLabel && serial.trim() !== '' ? { serialOnLabel: serial.trim() } : {};
    const input = { id: one.id, kind, name, mediaType, base64, ...label };
    if (await commands.call((api) => api.call('cases.attach', input))) onClose();
  };
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <strong className={styles['written']}>{file.name}</strong>
      {isPicture(file.mediaType) ? (
        <img
          className={styles['picture']}
          src={`data:${file.mediaType};base64,${file.base64}`}
          alt={file.name}
        />
      ) : null}
      <Select
        label={text('ui/cases/files/kind')}
        options={attachmentKinds.map((id) => ({ id, label: text(`cases/attachments/${id}`) }))}
        value={kind}
        onChange={setKind}
      />
      {isLabel ? (
        <>
          <Field
            isMono
            autoFocus
            label={text('ui/cases/files/serial')}
            description={text('ui/cases/files/serialHint')}
            value={serial}
            onChange={setSerial}
            maxLength={128}
          />
          <LabelVerdict typed={serial} serial={one.device.serial} />
        </>
      ) : null}
      <div className={styles['buttons']}>
        <Button isSmall type="submit" variant="primary" isBusy={commands.isBusy}>
          {text('ui/cases/files/save')}
        </Button>
        <Button isSmall onPress={onClose}>
          {text('ui/cases/files/cancel')}
        </Button>
      </div>
    </form>
  );
}
