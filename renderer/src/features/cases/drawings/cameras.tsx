import { ButtonMark, CardSlot } from './sketch.tsx';

export const cameraDrawings = {
  'mini-bullet': (
    <>
      <path d="M42 42h92a14 14 0 0 1 14 14v8a14 14 0 0 1-14 14H42z" />
      <path d="M30 34h124l8 8H36z" />
      <circle cx="137" cy="60" r="10" />
      <path d="M42 60H22M22 44v32M12 44h10M12 76h10" />
      <path d="M64 78v8h34v-8" />
      <CardSlot x={60} y={62} />
      <ButtonMark x={93} y={70} isMaybe />
    </>
  ),
  bullet: (
    <>
      <path d="M48 34h106v44H48zM48 42 30 50v20l18 6" />
      <circle cx="142" cy="56" r="13" />
      <circle cx="142" cy="56" r="6" />
      <path d="M100 78v12h-22M78 78v26M62 104h32" />
      <path d="M58 40h58v32H58z" strokeDasharray="4 3" />
      <CardSlot x={64} y={50} />
      <ButtonMark x={100} y={57} />
    </>
  ),
  turret: (
    <>
      <ellipse cx="100" cy="30" rx="52" ry="12" />
      <path d="M48 30v14c0 8 104 8 104 0V30" />
      <path d="M62 48a40 34 0 1 0 76 0" />
      <circle cx="100" cy="72" r="15" />
      <circle cx="100" cy="72" r="7" />
      <path d="M108 84h44v26h-44z" strokeDasharray="4 3" />
      <ButtonMark x={138} y={97} isMaybe />
    </>
  ),
  dome: (
    <>
      <path d="M30 36h140v12H30z" />
      <path d="M44 48a56 58 0 0 0 112 0" strokeDasharray="5 4" />
      <circle cx="100" cy="70" r="16" />
      <circle cx="100" cy="70" r="7" />
      <CardSlot x={58} y={54} />
      <ButtonMark x={136} y={58} />
      <path d="M20 70v26l6-6m-6 6-6-6" />
    </>
  ),
  ptz: (
    <>
      <path d="M88 10h24v12H88zM72 22h56v10H72z" />
      <path d="M64 32h72v26H64z" />
      <path d="M70 58a32 36 0 0 0 60 0" />
      <circle cx="100" cy="74" r="12" />
      <path d="M74 36h26v18H74z" strokeDasharray="4 3" />
      <ButtonMark x={112} y={45} isMaybe />
      <path d="M40 70a62 26 0 0 0 14 18m0 0-2-9m2 9-9-1" />
    </>
  ),
  fisheye: (
    <>
      <circle cx="100" cy="60" r="50" />
      <circle cx="100" cy="60" r="22" />
      <circle cx="100" cy="60" r="11" />
      <path d="M122 82h26v20h-26z" strokeDasharray="4 3" />
      <ButtonMark x={135} y={92} />
    </>
  ),
  'cube-wifi': (
    <>
      <path d="M70 14h60a8 8 0 0 1 8 8v58a8 8 0 0 1-8 8H70a8 8 0 0 1-8-8V22a8 8 0 0 1 8-8z" />
      <path d="M100 88v12M74 106c0-8 52-8 52 0z" />
      <path d="M84 34a22 22 0 0 1 32 0M91 42a12 12 0 0 1 18 0" />
      <path d="M80 76h10" />
      <ButtonMark x={116} y={72} />
      <path d="m126 72 40 0m-8-5v10" />
    </>
  ),
  box: (
    <>
      <path d="M44 36h90v52H44zM134 46h26v32h-26z" />
      <path d="M160 50h8v24h-8" />
      <path d="M52 46h14v10H52z" />
      <circle cx="59" cy="70" r="5" />
      <path d="M74 70h14" />
      <ButtonMark x={80} y={52} />
      <path d="M80 88v14h30" />
    </>
  ),
  'value-no-button': (
    <>
      <ellipse cx="100" cy="34" rx="44" ry="10" />
      <path d="M56 34v10c0 7 88 7 88 0V34M66 48a36 34 0 1 0 68 0" />
      <circle cx="100" cy="70" r="14" />
      <path d="M30 94h40M130 94h40" strokeDasharray="3 4" />
    </>
  ),
} as const;
