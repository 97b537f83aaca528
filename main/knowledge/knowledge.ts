import MiniSearch from 'minisearch';
import { type Guide, type GuideSummary, guideGroups } from '../contract/guide.ts';
import type { Locale } from '../contract/settings.ts';
import type { GuideSource } from '../ports/guides.ts';
import type { Log } from '../ports/log.ts';
import { excerptOf, fold, linesOf, tokensOf } from './excerpt.ts';
import { headingsOf } from './markdown.ts';
import { readGuide } from './read-guide.ts';

export interface KnowledgeOptions {
  readonly source: GuideSource;
  readonly log: Log;
}

/** One language as it is shown: its own guides, and English ones where a translation is missing. */
interface Shelf {
  /** In the order of the groups, then of the titles. */
  readonly guides: readonly Guide[];
  readonly byId: ReadonlyMap<string, Guide>;
  readonly index: MiniSearch;
}

const fields = ['name', 'title', 'symptoms', 'codes', 'headings', 'summary', 'body'] as const;

/** A guide that was found, with a few words of the place. */
export interface GuideHit extends GuideSummary {
  readonly excerpt: string;
}

function indexOf(guides: readonly Guide[]): MiniSearch {
  const index = new MiniSearch({ fields: [...fields], processTerm: fold, tokenize: tokensOf });
  index.addAll(
    guides.map((guide) => ({
      id: guide.id,
      name: guide.id.replaceAll('-', ' '),
      title: guide.title,
      summary: guide.summary,
      symptoms: guide.symptoms.join('\n'),
      // A code is found by its whole and by its parts.
      codes: guide.codes.join(' '),
      headings: headingsOf(guide.body).join('\n'),
      body: linesOf(guide).join('\n'),
    })),
  );
  return index;
}

function summaryOf(guide: Guide): GuideSummary {
  const { id, title, summary, group, models, codes, date, locale } = guide;
  return { id, title, summary, group, models, codes, date, locale };
}

/**
 * The knowledge base: read once per language when it is first asked for, kept in memory, searched offline.
 * A guide that cannot be read is logged with everything that is wrong with it and left out.
 */
export class Knowledge {
  readonly #source: GuideSource;
  readonly #log: Log;
  readonly #own = new Map<Locale, Promise<ReadonlyMap<string, Guide>>>();
  readonly #shelves = new Map<Locale, Promise<Shelf>>();

  constructor({ source, log }: KnowledgeOptions) {
    this.#source = source;
    this.#log = log;
  }

  /** Every guide, in the order of the groups; `locale` of each says whether it is translated. */
  async list(locale: Locale): Promise<readonly GuideSummary[]> {
    return (await this.#shelf(locale)).guides.map(summaryOf);
  }

  /** The guide in that language, else in English, else `null`. */
  async get(id: string, locale: Locale): Promise<Guide | null> {
    return (await this.#shelf(locale)).byId.get(id) ?? null;
  }

  /**
   * Guides for some words, best first: beginnings of words and slips of the finger count, accents do not.
   * All words first; when no guide has them all, any of them.
   */
  async search(words: string, locale: Locale): Promise<readonly GuideHit[]> {
    const { index, byId } = await this.#shelf(locale);
    const options = {
      prefix: (term: string) => term.length > 1,
      // A number is meant as it is: 2024 is not 2025.
      fuzzy: (term: string) => (term.length > 3 && !/\d/.test(term) ? 0.2 : false),
      boost: { name: 3, title: 5, symptoms: 4, codes: 4, headings: 2, summary: 2 },
    };
    const strict = index.search(words, { ...options, combineWith: 'AND' });
    const hits =
      strict.length > 0 ? strict : index.search(words, { ...options, combineWith: 'OR' });
    return hits.flatMap(({ id, terms }) => {
      const guide = byId.get(String(id));
      return guide === undefined ? [] : [{ ...summaryOf(guide), excerpt: excerptOf(guide, terms) }];
    });
  }

  /** Up to three ids that may have been meant. */
  async near(wanted: string, locale: Locale): Promise<readonly string[]> {
    const hits = await this.search(wanted.replaceAll(/[^\p{L}\p{N}]+/gu, ' '), locale);
    const ids = (hits.length > 0 ? hits : await this.list(locale)).map(({ id }) => id);
    return ids.slice(0, 3);
  }

  /** Guides that explain a verdict, reason, route, error code or `sadp-<number>`; first the one that names it first. */
  async forCode(code: string, locale: Locale): Promise<readonly GuideSummary[]> {
    const { guides } = await this.#shelf(locale);
    return guides
      .filter(({ codes }) => codes.includes(code))
      .sort(
        (a, b) => a.codes.indexOf(code) - b.codes.indexOf(code) || a.codes.length - b.codes.length,
      )
      .map(summaryOf);
  }

  #shelf(locale: Locale): Promise<Shelf> {
    return kept(this.#shelves, locale, () => this.#arrange(locale));
  }

  async #arrange(locale: Locale): Promise<Shelf> {
    const english = await this.#read('en');
    const own = locale === 'en' ? english : await this.#read(locale);
    const byId = new Map([...english, ...own]);
    const order = new Intl.Collator(locale, { ignorePunctuation: true, numeric: true });
    const guides = [...byId.values()].sort(
      (a, b) =>
        guideGroups.indexOf(a.group) - guideGroups.indexOf(b.group) ||
        order.compare(a.title, b.title),
    );
    return { guides, byId, index: indexOf(guides) };
  }

  #read(locale: Locale): Promise<ReadonlyMap<string, Guide>> {
    return kept(this.#own, locale, async () => {
      const guides = new Map<string, Guide>();
      for (const file of await this.#source.read(locale)) {
        const read = readGuide(file, locale);
        if (read.ok) guides.set(read.guide.id, read.guide);
        else {
          this.#log.error(() => 'a guide was left out: its file is not right', {
            guide: `${locale}/${file.id}.md`,
            problems: read.problems.join('; '),
          });
        }
      }
      return guides;
    });
  }
}

/** What is being made is made once; what failed is tried again when it is next asked for. */
function kept<K, V>(map: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  made.catch(() => map.delete(key));
  return made;
}
