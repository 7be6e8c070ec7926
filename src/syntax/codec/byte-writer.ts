/** A growing array of bytes with the few kinds of numbers that encoded facts consist of. */
export class ByteWriter {
  private bytes = new Uint8Array(1 << 16);
  private at = 0;
  private readonly float = new DataView(new ArrayBuffer(8));

  clear(): void {
    this.at = 0;
  }

  byte(value: number): void {
    if (this.at >= this.bytes.length) this.grow(1);
    this.bytes[this.at++] = value;
  }

  /** A whole number from 0 to 2^32 - 1: seven bits a byte, the lowest first. */
  varint(value: number): void {
    if (this.at + 5 > this.bytes.length) this.grow(5);
    let rest = value;
    while (rest > 0x7f) {
      this.bytes[this.at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.at++] = rest;
  }

  /** A whole number that may be negative: its sign is the lowest bit. */
  signed(value: number): void {
    this.varint(value < 0 ? -value * 2 - 1 : value * 2);
  }

  double(value: number): void {
    this.float.setFloat64(0, value, true);
    for (let index = 0; index < 8; index++) this.byte(this.float.getUint8(index));
  }

  raw(bytes: Uint8Array): void {
    if (this.at + bytes.length > this.bytes.length) this.grow(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** A copy of what was written. */
  result(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.at);
  }

  private grow(by: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + by));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}
