import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { AppEvent } from '../main/contract/events.ts';
import type { UntetherBridge } from './bridge.d.ts';

// The page gets these three things of Electron and nothing else: no channel name, no event object.
const bridge: UntetherBridge = {
  call: (method, input) => ipcRenderer.invoke('app:call', method, input),
  subscribe(listener) {
    const relay = (_event: IpcRendererEvent, event: AppEvent) => listener(event);
    ipcRenderer.on('app:event', relay);
    return () => ipcRenderer.off('app:event', relay);
  },
  hostInfo: { host: 'electron', platform: process.platform },
};

contextBridge.exposeInMainWorld('untether', bridge);
