import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// What a test waits for is said by the test; how long a busy machine may take
// for it is said here. A second, the default, is less than the first rendering
// of a page can take beside another suite.
configure({ asyncUtilTimeout: 15_000 });
