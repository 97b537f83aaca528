import type { Transport } from '../../../main/contract/api.ts';
import type { AppErrorShape } from '../../../main/contract/errors.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../main/contract/methods.ts';

/** A call that did not work, as the core told it. The screen shows the words of `error.code`. */
export class ClientError extends Error {
  readonly error: AppErrorShape;

  constructor(error: AppErrorShape) {
    super(`${error.code}: ${error.message}`);
    this.name = 'ClientError';
    this.error = error;
  }
}

/** The core's methods as the screen calls them; the types come from the contract's table. */
export interface Client {
  /** @throws ClientError when the core answers with an error or cannot be reached */
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
}

export function createClient(transport: Transport): Client {
  return {
    async call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
      const envelope = await transport.call(method, input);
      if (!envelope.ok) throw new ClientError(envelope.error);
      // The core checked the answer against the same schema that this type is derived from.
      return envelope.data as MethodOutput<M>;
    },
  };
}

/** Any thrown thing as an error the screen has words for. */
export function errorShapeOf(thrown: unknown): AppErrorShape {
  if (thrown instanceof ClientError) return thrown.error;
  return {
    code: 'internal.unexpected',
    params: {},
    message: thrown instanceof Error ? thrown.message : String(thrown),
    ref: '',
  };
}
