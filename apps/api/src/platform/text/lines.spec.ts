import { linesOf } from './lines';

async function read(...chunks: (string | Buffer)[]) {
  const lines = [];
  const source = async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  };
  for await (const line of linesOf(source())) lines.push(line);
  return lines;
}

test('a line goes on over chunks, even within a letter, and the last one needs no end', async () => {
  const bytes = Buffer.from('žaba\nreka\r\n\nkonec');
  const lines = await read(bytes.subarray(0, 1), bytes.subarray(1, 9), bytes.subarray(9));
  expect(lines.map(({ number, text }) => [number, text])).toEqual([
    [1, 'žaba'],
    [2, 'reka\r'],
    [3, ''],
    [4, 'konec'],
  ]);
  expect(lines.at(-1)?.read).toBe(bytes.length);
});

test('separators of Unicode do not end a line', async () => {
  expect(await read('a\u2028b\u0085c\n')).toHaveLength(1);
});

test('a line that is no UTF-8 is refused alone', async () => {
  const lines = await read('one\n', Buffer.from([0x61, 0xff, 0xfe, 0x0a]), 'three');
  expect(lines.map(({ text, refused }) => text ?? refused)).toEqual(['one', 'not valid UTF-8', 'three']);
});

test('a line of 64 MiB is passed over without being kept', async () => {
  const piece = 'x'.repeat(1 << 20);
  const lines = await read('one\n', ...Array.from({ length: 64 }, () => piece), '\nthree\n');
  expect(lines.map(({ text, refused }) => text ?? refused)).toEqual(['one', 'longer than 1 MiB', 'three']);
});
