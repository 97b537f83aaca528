import type { RecorderChannel } from '../../../../main/contract/login.ts';
import { Mono } from '../../components/Mono.tsx';
import { refLabel } from '../jobs/model/names.ts';

/** Which channel it is, as the recorder calls it. */
export function ChannelName({ channel }: { readonly channel: RecorderChannel }) {
  const { name, address, model, match } = channel;
  const camera = match.device === null ? model : refLabel(match.device);
  return (
    <p>
      {channel.id}. {name} {address === null ? null : <Mono>{address}</Mono>} {camera}
    </p>
  );
}
