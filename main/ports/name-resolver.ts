/** Asks the name server of this machine's network. */
export interface NameResolver {
  /**
   * IPv4 address of the LAN that the name leads to; `null` when there is none: no such name, no name server,
   * or a name that leads out of the LAN. Never rejects.
   */
  resolve(name: string): Promise<string | null>;
}
