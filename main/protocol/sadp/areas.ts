/**
 * Whether a result text says that device and software belong to different sales areas. No source has
 * the text as a device sends it, only the sentence people are shown ("the device and software are in
 * different areas"), so any English wording of that is recognised: sentence, `snake_case`, `CamelCase`
 * or run together. A text has to name both a place (area, region, country) and that the two differ,
 * close to each other; an alarm panel's area that is only mentioned is not enough.
 */
export function areasDiffer(raw: string | null): boolean {
  if (raw === null) return false;
  const words = wordsOf(raw.slice(0, 200));
  return placeAfter.test(words) || placeBefore.test(words);
}

const place = '(?:areas?|regions?|countr(?:y|ies))';
const unequal =
  '(?:differ(?:s|ent|ing|ence)?|diff|mismatch(?:es|ed|ing)?|unmatch(?:ed)?|inconsistent|inconsistency|conflict(?:s|ing)?|' +
  'not (?:match(?:es|ed|ing)?|(?:the )?same|consistent|identical|equal)|no match)';
/** Said of what is not the case: "not in different areas", "no area mismatch". */
const notDenied = '(?<!\\b(?:no|not|never|without)(?: in| a| any| the| of)* )';
/** Areas and regions of another sort, as alarm panels, cameras and Wi-Fi have them. */
const notOther = '(?<!\\b(?:alarm|detection|disk|memory|motion|privacy|storage|wi fi|wifi) )';

/** "different sales areas", "not in the same region", "cross region", "belongs to another country". */
const placeAfter = new RegExp(
  `${notDenied}\\b(?:${unequal}|not in (?:the |a )?same|wrong|cross|(?:in|to|from|of|for) an ?other)` +
    `(?: (?:in|of|sales?|service|cloud|the|device|account|software))* ${place}\\b`,
);

/** "area mismatch", "region of the device and software does not match", "areas are different". */
const placeBefore = new RegExp(
  `${notDenied}${notOther}\\b${place}(?: (?:codes?|info|information|id|setting|of|the|a|its|devices?|software|app|account|` +
    `client|and|or|with|between|is|are|was|were|do|does|did|s|${place}))* ${unequal}\\b`,
);

/** Lower-case words with one blank between them; `CamelCase` and run-together words are taken apart. */
function wordsOf(raw: string): string {
  const spaced = raw
    .normalize('NFKC')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z]{2})/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/n['\u2019]t\b/g, ' not')
    .replaceAll(/\b(do|does|did|is|are)nt\b/g, '$1 not')
    .replaceAll(/[^a-z\d]+/g, ' ')
    .trim();
  return spaced.includes(' ')
    ? spaced
    : spaced.replaceAll(vocabulary, ' $1 ').replaceAll(/ +/g, ' ').trim();
}

/** For a text in one piece, such as `differentareas`. Longer words first. */
const vocabulary =
  /(differences?|different|differs?|mismatch(?:ed|es)?|unmatch(?:ed)?|inconsisten(?:t|cy)|conflicts?|areas?|regions?|countries|country|devices?|software|account|match(?:ed|es)?|same|cross|wrong|does|not|and|are|the|is|in|of)/g;
