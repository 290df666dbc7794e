import { describe, expect, it } from 'vitest';
import { debianMirror } from './private-apt.ts';

const uri = (address: string) => `'${address}/InRelease' some_file_name 0 `;

describe('debianMirror', () => {
  it('takes the main archive, not that of security updates or of another vendor', () => {
    const printed = [
      uri('https://packages.example/apt/dists/tools-bookworm'),
      uri('http://mirror.example/debian-security/dists/bookworm-security'),
      uri('http://mirror.example/pub/debian/dists/bookworm'),
      uri('http://other.example/debian/dists/bookworm-updates'),
    ];
    expect(debianMirror(printed.join('\n'))).toBe('http://mirror.example/pub/debian');
  });

  it.each([
    ['an address with a slash too many', 'http://mirror.example/debian//dists/trixie', 'http://mirror.example/debian'],
    [
      "a cloud image's list of mirrors",
      'mirror+file:/etc/apt/mirrors/debian.list/dists/trixie',
      'mirror+file:/etc/apt/mirrors/debian.list',
    ],
    ['another distribution', 'http://mirror.example/ubuntu/dists/noble', undefined],
  ])('with %s', (_, address, expected) => {
    expect(debianMirror(uri(address))).toBe(expected);
  });

  it('finds none in words about a problem', () => {
    expect(debianMirror("E: The list of sources could not be read.\n'")).toBeUndefined();
  });
});
