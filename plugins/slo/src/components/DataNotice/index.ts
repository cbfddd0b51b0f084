export { DataNotice } from './DataNotice';
