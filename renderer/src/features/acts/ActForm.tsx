import { Form, type FormProps } from './Form.tsx';
import { useGateWait } from './Gate.tsx';

/** A form below the lights of a `Gate`: it also waits until every device has answered. */
export function ActForm(props: FormProps) {
  const wait = useGateWait();
  return <Form {...props} whyNot={props.whyNot ?? wait} />;
}
