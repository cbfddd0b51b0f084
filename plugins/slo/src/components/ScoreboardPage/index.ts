export { ScoreboardPage } from './ScoreboardPage';
