import { Camera, Download, Eye, EyeOff, Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import type { RecoveryCase } from '../../../../../main/contract/recovery.ts';
import { Button } from '../../../components/Button.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useApi } from '../../../state/app-context.tsx';
import { saveFile } from '../../export/save-file.ts';
import type { CaseProps } from '../CaseButtons.tsx';
import styles from '../cases.module.css';
import { isPicture } from '../model/attach.ts';
import { isOpenCase } from '../model/list.ts';
import { useWayBack } from '../use-way-back.ts';
import { AttachForm, useChosenFile } from './AttachForm.tsx';

type Attachment = RecoveryCase['attachments'][number];

function File({ caseId, file }: { readonly caseId: string; readonly file: Attachment }) {
  const text = useText();
  const format = useFormat();
  const api = useApi();
  const { run, isBusy, error } = useAction();
  const [picture, setPicture] = useState<string | null>(null);
  const { name } = file;
  const fetchFile = () => api.call('cases.attachment', { id: caseId, attachment: file.id });
  const look = async () => {
    const { mediaType, base64 } = await fetchFile();
    setPicture(`data:${mediaType};base64,${base64}`);
  };
  const save = async () => {
    const { mediaType, base64 } = await fetchFile();
    saveFile({ fileName: name, mediaType, base64 });
  };
  return (
    <li>
      <div className={styles['spread']}>
        <span>
          <strong>{text(`cases/attachments/${file.kind}`)}</strong> {name}{' '}
          <span className={styles['dim']}>
            {text('ui/cases/files/size', { kb: format.number(Math.ceil(file.bytes / 1024)) })},{' '}
            {format.dateTime(file.at)}
          </span>
        </span>
        <span className={styles['buttons']}>
          {isPicture(file.mediaType) ? (
            <Button
              isSmall
              variant="quiet"
              isBusy={isBusy}
              icon={picture === null ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
              onPress={() => (picture === null ? void run(look) : setPicture(null))}
            >
              {text(picture === null ? 'ui/cases/files/look' : 'ui/cases/files/hide', { name })}
            </Button>
          ) : null}
          <Button
            isSmall
            variant="quiet"
            isBusy={isBusy}
            icon={<Download aria-hidden />}
            onPress={() => void run(save)}
          >
            {text('ui/cases/files/download', { name })}
          </Button>
        </span>
      </div>
      {picture === null ? null : <img className={styles['picture']} src={picture} alt={name} />}
      {error === null ? null : <ErrorNotice error={error} />}
    </li>
  );
}

/** Two ways to one form: a file, or the camera of a phone or tablet. */
function Choosers({ onFile }: { readonly onFile: (file: globalThis.File) => void }) {
  const text = useText();
  const fileInput = useRef<HTMLInputElement>(null);
  const photoInput = useRef<HTMLInputElement>(null);
  const inputs = [
    { ref: fileInput, key: 'add', Icon: Paperclip, extra: {} },
    {
      ref: photoInput,
      key: 'photo',
      Icon: Camera,
      extra: { accept: 'image/*', capture: 'environment' },
    },
  ] as const;
  return (
    <div className={styles['buttons']}>
      {inputs.map(({ ref, key, Icon, extra }) => (
        <span key={key}>
          <input
            ref={ref}
            type="file"
            className="visually-hidden"
            tabIndex={-1}
            aria-hidden
            {...extra}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              // Choosing the same file again must be told as well.
              event.currentTarget.value = '';
              if (file !== undefined) onFile(file);
            }}
          />
          <Button isSmall icon={<Icon aria-hidden />} onPress={() => ref.current?.click()}>
            {text(`ui/cases/files/${key}`)}
          </Button>
        </span>
      ))}
    </div>
  );
}

/** What belongs to the case: photos of the label, the request, the answer. */
export function Attachments({ one, commands }: CaseProps) {
  const text = useText();
  const chosen = useChosenFile();
  const { ref, back } = useWayBack();
  const close = () => {
    back();
    chosen.clear();
  };
  return (
    <section ref={ref} tabIndex={-1}>
      <h2>{text('ui/cases/files/title')}</h2>
      {one.attachments.length === 0 ? (
        <p className={styles['dim']}>{text('ui/cases/files/none')}</p>
      ) : null}
      <ul className={styles['files']}>
        {one.attachments.map((file) => (
          <File key={file.id} caseId={one.id} file={file} />
        ))}
      </ul>
      {chosen.problem === null ? null : <p role="alert">{chosen.problem}</p>}
      {chosen.file === null ? null : (
        <AttachForm one={one} commands={commands} file={chosen.file} onClose={close} />
      )}
      {isOpenCase(one) && chosen.file === null ? (
        <Choosers onFile={(file) => void chosen.choose(file)} />
      ) : null}
    </section>
  );
}
