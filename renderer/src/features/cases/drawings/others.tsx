import { ButtonMark } from './sketch.tsx';

export const otherDrawings = {
  'recorder-no-button': (
    <>
      <path d="M20 40h160v44H20zM28 84v6h16v-6M156 84v6h16v-6" />
      <path d="M32 52h14v10H32zM54 52h14v10H54zM76 52h14v10H76z" />
      <circle cx="110" cy="57" r="5" />
      <circle cx="126" cy="57" r="5" />
      <path d="M142 50h26v14h-26M32 74h70" />
    </>
  ),
  'recorder-button': (
    <>
      <path d="M32 38h136v46H32zM40 84v6h14v-6M146 84v6h14v-6" />
      <path d="M44 50h14v10H44zM66 50h14v10H66zM88 50h18v10H88z" />
      <circle cx="152" cy="55" r="6" />
      <path d="M44 72h50" />
      <ButtonMark x={126} y={64} isMaybe />
      <path d="m126 73 0 30m-5-8h10" />
    </>
  ),
  'door-station': (
    <>
      <path d="M66 8h44v104H66z" />
      <circle cx="88" cy="30" r="10" />
      <circle cx="88" cy="30" r="4" />
      <path d="M78 50h20M78 56h20M78 62h20" />
      <circle cx="88" cy="86" r="9" />
      <path d="M122 20h34v80h-34z" strokeDasharray="4 3" />
      <ButtonMark x={139} y={84} isMaybe />
    </>
  ),
  'indoor-station': (
    <>
      <path d="M22 22h104v70H22zM30 30h76v54H30z" />
      <path d="M112 40v34" />
      <path d="M140 22h42v70h-42z" strokeDasharray="4 3" />
      <path d="M150 32h22v16h-22z" />
      <ButtonMark x={161} y={74} isMaybe />
    </>
  ),
  'face-terminal': (
    <>
      <path d="M70 6h60a6 6 0 0 1 6 6v96a6 6 0 0 1-6 6H70a6 6 0 0 1-6-6V12a6 6 0 0 1 6-6z" />
      <path d="M72 28h56v56H72z" />
      <circle cx="92" cy="17" r="4" />
      <circle cx="108" cy="17" r="4" />
      <path d="M90 50a10 12 0 1 0 20 0 10 12 0 1 0-20 0M82 80c4-14 32-14 36 0" />
      <ButtonMark x={100} y={100} isMaybe />
    </>
  ),
  'alarm-panel': (
    <>
      <path d="M54 14h92a10 10 0 0 1 10 10v72a10 10 0 0 1-10 10H54a10 10 0 0 1-10-10V24a10 10 0 0 1 10-10z" />
      <path d="M58 28h44v50H58z" />
      <path d="M58 88h40v10H58zM98 91h4v4h-4" />
      <path d="M112 30h30M112 40h30M112 50h18" />
      <ButtonMark x={126} y={78} isMaybe />
    </>
  ),
  unknown: (
    <>
      <path d="M48 20h104v80H48z" strokeDasharray="5 4" />
      <path d="M86 50a14 14 0 1 1 20 12c-5 3-6 5-6 10" />
      <path d="M100 84v.5" />
    </>
  ),
} as const;
