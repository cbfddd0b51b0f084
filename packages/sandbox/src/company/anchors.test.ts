import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AnchorFile } from './anchors';

const first = Date.parse('2026-11-20T15:02:31Z') / 1000;
const hour = 3600;

describe('anchors', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'anchors-'));
  const file = path.join(folder, 'deep/anchors.json');
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('stay through restarts; a start after half a day is one more', () => {
    const epoch = Date.parse('2026-11-20T15:00:00Z') / 1000;
    expect(new AnchorFile(file, first).current).toEqual({
      epoch,
      starts: [epoch],
      extra: [],
    });
    expect(new AnchorFile(file, first + 11 * hour).current.starts).toEqual([
      epoch,
    ]);
    const later = new AnchorFile(file, first + 50 * hour);
    expect(later.current).toMatchObject({
      epoch,
      starts: [epoch, epoch + 50 * hour],
    });
  });

  it('keep what was asked for until a reset', () => {
    const incident = {
      id: 'x',
      component: 'a',
      aspect: 'b',
      title: 'c',
      priority: 'P1' as const,
      start: 1,
      minutes: 2,
      spends: 0.1,
    };
    new AnchorFile(file, first).add(incident);
    const again = new AnchorFile(file, first);
    expect(again.current.extra).toEqual([incident]);
    again.reset(first);
    expect(new AnchorFile(file, first).current).toMatchObject({
      extra: [],
      starts: { length: 1 },
    });
  });
});
