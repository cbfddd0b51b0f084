export { goldenPathApiRef, type GoldenPathApi } from './GoldenPathApi';
export { GoldenPathClient } from './GoldenPathClient';
export { messageOf } from './messageOf';
