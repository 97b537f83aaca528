import { useEffect } from 'react';
import type { JobItem } from '../../../../main/contract/job.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSession } from '../../state/app-context.tsx';
import { newlyDone, resultSentence, stateSentence } from './model/announce.ts';

/** Longer than the announcer's own pause, so that no sentence drops the one before it. */
const gatherMs = 1200;

/** Speaks each result, those that come close together as one sentence, and how every run ends. */
export function useAnnouncedJobs(): void {
  const { jobs, announcer } = useSession();
  const text = useText();
  useEffect(() => {
    let items: JobItem[] = [];
    let states: string[] = [];
    let timer: number | null = null;
    const say = () => {
      timer = null;
      const result = resultSentence(text, items, Date.now());
      const sentences = [...(result === null ? [] : [result]), ...states];
      items = [];
      states = [];
      if (sentences.length > 0) announcer.say(sentences.join(' '));
    };
    const stop = jobs.onJob((job, before) => {
      items.push(...newlyDone(job, before));
      const state = stateSentence(text, job, before);
      if (state !== null) states.push(state);
      if (items.length + states.length > 0) timer ??= window.setTimeout(say, gatherMs);
    });
    return () => {
      stop();
      if (timer !== null) window.clearTimeout(timer);
    };
  }, [jobs, announcer, text]);
}
