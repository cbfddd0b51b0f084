export { statesModule } from './statesModule';
