export interface Random {
  /** Upper-case RFC 4122 v4 with hyphens: newer firmware ignores an inquiry whose Uuid is not one. */
  uuid(): string;
  bytes(length: number): Uint8Array;
}
