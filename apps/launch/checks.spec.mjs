import { countJourneys, countSpecs, inWords } from './checks.mjs';

test('what was skipped or is still to be written has not passed', () => {
  const jest = { numPassedTests: 5, numFailedTests: 1, numRuntimeErrorTestSuites: 2 };
  expect(countSpecs({ ...jest, numPendingTests: 3, numTodoTests: 1 })).toEqual({
    passed: 5,
    failed: 3,
    leftOut: 4,
  });
  const stats = { expected: 5, flaky: 1, unexpected: 2, skipped: 3 };
  expect(countJourneys({ stats, errors: ['of the whole run'] })).toEqual({
    passed: 6,
    failed: 3,
    leftOut: 3,
  });
});

test('what was left out is told where there is any', () => {
  expect(inWords({ passed: 5, failed: 1, leftOut: 0 })).toBe('5 passed, 1 failed');
  expect(inWords({ passed: 5, failed: 1, leftOut: 2 })).toBe('5 passed, 1 failed, 2 left out');
});
