import { answerExchange, type ExchangeTypes } from '../exchange.ts';
import type { Command } from './handler.ts';
import { failed } from './proof.ts';

/** A string under the client's key, for one command. */
export const exchangecode: Command = {
  base: 'exchangecode',
  isChange: false,
  run: ({ view, request, now, rng }) => {
    const code = request.elements.get('Code') ?? '';
    // The table leads only these two names here.
    const asked = { types: request.types as ExchangeTypes, code, now };
    const answer = answerExchange(asked, view.identity.exchange, rng);
    view.state.exchange = answer?.exchange ?? null;
    return answer === null ? failed : { result: 'success', fields: [['Code', answer.code]] };
  },
};
