/** A name in characters that every file system takes; empty when nothing of it is left. */
export function fileSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .toLowerCase();
}
