import { useRef, useState } from 'react';
import type { BackupMeta } from '../../../../main/contract/login.ts';
import { type Action, useAction } from '../../components/use-action.ts';
import { useApi } from '../../state/app-context.tsx';
import { bytesAsBase64 } from '../vault/file-bytes.ts';
import { type SecretField, useSecretField } from '../vault/use-secret-field.ts';
import { maxBackupBytes } from './model.ts';

export interface BackupFile extends Pick<Action, 'isBusy' | 'error'> {
  readonly name: string | null;
  readonly meta: BackupMeta | null;
  /** Opened with its passphrase, or readable: what it says is proven. */
  readonly isProven: boolean;
  /** In bytes, when it is larger than a backup can be. */
  readonly tooLarge: number | null;
  readonly passphrase: SecretField;
  readonly choose: (file: File) => void;
  readonly open: () => void;
  /** What the call takes of the file. */
  readonly read: () => { base64: string; passphrase?: string };
}

/** A backup that was chosen: what stands on it first, then what its passphrase proves. */
export function useBackupFile(): BackupFile {
  const api = useApi();
  const passphrase = useSecretField();
  const { run, isBusy, error, clearError } = useAction();
  const bytes = useRef('');
  const [name, setName] = useState<string | null>(null);
  const [meta, setMeta] = useState<BackupMeta | null>(null);
  const [isProven, setProven] = useState(false);
  const [tooLarge, setTooLarge] = useState<number | null>(null);
  const opened = () => {
    const typed = passphrase.read();
    return { base64: bytes.current, ...(typed === '' ? {} : { passphrase: typed }) };
  };
  const forget = () => {
    bytes.current = '';
    setMeta(null);
    setProven(false);
    setTooLarge(null);
    clearError();
  };
  return {
    ...{ isBusy, error, name, meta, isProven, tooLarge, passphrase },
    choose(file) {
      forget();
      setName(file.name);
      if (file.size > maxBackupBytes) {
        setTooLarge(file.size);
        return;
      }
      void run(async () => {
        const base64 = bytesAsBase64(new Uint8Array(await file.arrayBuffer()));
        const answer = await api.call('backup.read', { base64 });
        bytes.current = base64;
        setMeta(answer.meta);
        setProven(!answer.meta.isSealed);
      });
    },
    open() {
      void run(async () => {
        const answer = await api.call('backup.read', opened());
        setMeta(answer.meta);
        setProven(true);
      });
    },
    read: opened,
  };
}
