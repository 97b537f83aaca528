/** The same keys, any words: what a locale file must satisfy against its English source. */
export type Translation<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]>;
};

type Singular<K extends string> = K extends `${infer B}_one` | `${infer B}_other` ? B : K;

/** Every path of a tree of words, `/` between the steps, plural endings taken off. */
export type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}/${Paths<T[K]>}`;
}[keyof T & string];
