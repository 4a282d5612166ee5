import { faultOf } from './fault';

/** An error that quotes somebody, as those of a database do. */
class Quoting extends Error {
  override name = 'error';
  readonly code = '22P02';
}

test('an error is written down without its message, however that is made to look', () => {
  for (const text of ['words', 'words\n    at words (words.ts:1:1)', '\n    at words', ' '.repeat(4)]) {
    const said = faultOf(new Quoting(text));
    expect(said).not.toContain('words');
    expect(said).toMatch(/^error 22P02\n {4}at .*fault\.spec/);
  }
  const altered = new Quoting('words');
  expect(altered.stack).toContain('words');
  altered.message = 'other\n    at words';
  expect(faultOf(altered)).toBe('error 22P02');
  expect(faultOf(new Error('a sentence of ours')).split('\n')[0]).toBe('Error a sentence of ours');
  expect([faultOf(null), faultOf('words')]).toEqual(['Error', 'Error']);
});
