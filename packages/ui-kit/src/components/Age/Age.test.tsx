import { act, render, screen } from '@testing-library/react';
import { Age } from './Age';

describe('Age', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-03-01T12:00:00Z') });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('says how old something is, and when it was in UTC', () => {
    render(<Age time="2026-03-01T11:57:00Z" />);

    const time = screen.getByText('3 min ago');
    expect(time).toHaveAttribute('datetime', '2026-03-01T11:57:00Z');
    expect(time).toHaveAttribute('title', '2026-03-01 11:57:00 UTC');
  });

  it('grows older while it is shown', () => {
    render(<Age time={new Date('2026-03-01T11:57:00Z')} />);

    act(() => {
      jest.advanceTimersByTime(2 * 60_000);
    });

    expect(screen.getByText('5 min ago')).toBeInTheDocument();
  });
});
