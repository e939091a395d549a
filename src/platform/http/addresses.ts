import { BlockList, isIPv4, isIPv6 } from 'node:net';

const thisMachine = new BlockList();
thisMachine.addSubnet('127.0.0.0', 8, 'ipv4');
thisMachine.addAddress('::1', 'ipv6');

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const plain = (address: string) => mapped.exec(address)?.[1] ?? address;

/** Whether a request comes from this very machine. */
export function isFromHere(address: string): boolean {
  const bare = plain(address);
  return isIPv4(bare) ? thisMachine.check(bare, 'ipv4') : isIPv6(bare) && thisMachine.check(bare, 'ipv6');
}

/** What counts as one address: of IPv6 the network of 64 bits, all of which one household or office can use at will. */
export function networkOf(address: string): string {
  const bare = plain(address);
  if (!isIPv6(bare)) return bare;
  const [head = '', tail] = bare.split('%')[0]!.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const groups = [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
