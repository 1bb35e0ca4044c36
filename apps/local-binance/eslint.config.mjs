import { application } from '../../eslint.config.mjs';

export default application(import.meta.dirname);
