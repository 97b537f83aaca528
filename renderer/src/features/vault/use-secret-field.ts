import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';

/** A password or passphrase on its way from one field to one call; it is never React state. */
export interface SecretField {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onChange: (value: string) => void;
  readonly isFilled: boolean;
  /** Read at the moment of the call. */
  readonly read: () => string;
  readonly clear: () => void;
}

export function useSecretField(): SecretField {
  const inputRef = useRef<HTMLInputElement>(null);
  const value = useRef('');
  const [isFilled, setFilled] = useState(false);
  const onChange = useCallback((typed: string) => {
    value.current = typed;
    setFilled(typed !== '');
  }, []);
  const clear = useCallback(() => {
    value.current = '';
    if (inputRef.current !== null) inputRef.current.value = '';
    setFilled(false);
  }, []);
  useEffect(
    () => () => {
      value.current = '';
    },
    [],
  );
  return useMemo(
    () => ({ inputRef, onChange, isFilled, read: () => value.current, clear }),
    [onChange, isFilled, clear],
  );
}
