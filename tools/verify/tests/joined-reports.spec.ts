import { joinedReports } from './joined-reports.ts';

describe('the reports of several jest runs', () => {
  it('are one with the files of all', () => {
    const reports = [{ testResults: [{ name: 'a' }, { name: 'b' }] }, { testResults: [{ name: 'c' }] }];
    expect(JSON.parse(joinedReports(reports.map((each) => JSON.stringify(each))))).toEqual({
      testResults: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
    });
  });

  it('are refused where one is none', () => {
    expect(() => joinedReports(['{}'])).toThrow('testResults');
  });
});
